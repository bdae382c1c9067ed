// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever bytes come in as a document number, telephone number, name or note: no crash, and what is accepted is clean.
// The first byte chooses document kind and text rule; the rest is UTF-8, or raw UTF-16 when its top bit is set.
#include "core/base/identity.h"
#include "core/base/mask.h"
#include "core/base/phone.h"
#include "core/base/pinyin.h"
#include "core/base/text.h"

#include <QByteArrayView>
#include <cstdlib>
#include <cstring>

using namespace onedoor;
using namespace Qt::StringLiterals;

namespace {

void require(bool promise)
{
    if (!promise)
        std::abort();
}

QString decode(QByteArrayView bytes, bool raw)
{
    if (!raw)
        return QString::fromUtf8(bytes);
    QString text(bytes.size() / qsizetype(sizeof(char16_t)), Qt::Uninitialized);
    if (!text.isEmpty())
        std::memcpy(text.data(), bytes.data(), std::size_t(text.size()) * sizeof(char16_t));
    return text;
}

void checkIdentity(const QString& text, DocumentKind kind)
{
    const QDate today(2026, 3, 2);
    const auto document = parseIdentity(kind, text, today, u"f"_s);
    likelyDocumentKind(text);
    if (!document) {
        require(document.error().kind == ErrorKind::Invalid && document.error().field == u"f"_s);
        return;
    }
    require(!document->birth || (document->birth->isValid() && *document->birth <= today));
    auto again = parseIdentity(document->kind, document->number, today, u"f"_s);
    require(again.has_value());
    again->former = document->former; // a former number of 15 digits comes out with 18
    require(*again == *document);
}

void checkPhone(const QString& text)
{
    const auto phone = parsePhone(text, u"f"_s);
    if (phone)
        require(parsePhone(phone->number, u"f"_s) == phone);
}

void checkText(const QString& text, const TextRule& rule)
{
    const auto clean = cleanText(text, u"f"_s, rule);
    if (!clean)
        return;
    require(characterCount(*clean) <= rule.maximumCharacters);
    require(clean->isValidUtf16() && !clean->contains(QChar(0)) && *clean == clean->trimmed());
    require(rule.allowLineBreaks || !clean->contains(u'\n'));
    require(cleanText(*clean, u"f"_s, rule) == clean);
}

void checkNames(const QString& text)
{
    require(readings(text).size() <= std::size_t(mostReadings));
    sortKey(text);
    foldPinyinQuery(text);
    require(foldForSearch(text).isValidUtf16());
    maskName(text);
    maskPhone(text);
    maskDocument(text);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    if (size == 0)
        return 0;
    const unsigned choice = data[0];
    const QByteArrayView rest(reinterpret_cast<const char*>(data) + 1, qsizetype(size) - 1);
    const QString text = decode(rest, (choice & 0x80u) != 0);
    checkIdentity(text, DocumentKind(choice % 6));
    checkPhone(text);
    checkText(text, {.maximumCharacters = 50, .allowLineBreaks = (choice & 0x40u) != 0, .foldWidth = (choice & 0x20u) != 0});
    checkNames(text);
    return 0;
}
