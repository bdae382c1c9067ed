// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/person/similarity.h"

#include "core/base/phone.h"
#include "core/base/pinyin.h"
#include "core/base/text.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype formerLength = 15;
constexpr qsizetype fewestAddressCharacters = 4; ///< "东街" says little
constexpr qsizetype fewestNameCharacters = 3;    ///< of two characters one that differs is half the name

struct Document {
    QString number;
    bool former = false;
};

/// As it would be today: 18 characters for a resident's 15.
Document documentOf(const PersonRegistered& person)
{
    Document document{foldDocumentNumber(person.documentNumber), false};
    const bool digits = std::all_of(document.number.begin(), document.number.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (document.number.size() != formerLength || !digits)
        return document;
    const QString whole = document.number.left(6) + u"19"_s + document.number.mid(6);
    if (const auto check = residentCheckCharacter(whole))
        document = {whole + *check, true};
    return document;
}

/// Kinds whose number its bearer keeps for life; a passport has a new one every ten years.
bool isForLife(DocumentKind kind)
{
    return kind == DocumentKind::ResidentId || kind == DocumentKind::HongKongMacaoResidencePermit || kind == DocumentKind::TaiwanResidencePermit;
}

bool isValid(const QString& number)
{
    return number.size() == 18 && residentCheckCharacter(QStringView(number).first(17)) == number.back();
}

QString phoneOf(const PersonRegistered& person)
{
    if (person.phone.isEmpty())
        return {};
    const auto parsed = parsePhone(person.phone, {});
    return parsed ? parsed->number : QString();
}

std::vector<char32_t> characters(const QString& text)
{
    const auto all = text.toUcs4();
    return {all.begin(), all.end()};
}

bool soundAlike(const QString& one, const QString& other)
{
    const auto others = readings(other);
    for (const NameReading& reading : readings(one)) {
        const auto same = [&](const NameReading& each) { return !each.full.isEmpty() && each.full == reading.full; };
        if (std::any_of(others.begin(), others.end(), same))
            return true;
    }
    return false;
}

/// "欧阳明" and "欧明" or "阳明".
bool isShortSurname(const QString& whole, const QString& shortened)
{
    if (whole.size() < fewestNameCharacters || shortened.size() + 1 != whole.size() || !isCompoundSurname(QStringView(whole).first(2)))
        return false;
    return shortened.mid(1) == whole.mid(2) && (shortened.front() == whole.at(0) || shortened.front() == whole.at(1));
}

bool differInOneCharacter(const QString& one, const QString& other)
{
    const auto a = characters(one);
    const auto b = characters(other);
    if (a.size() != b.size() || qsizetype(a.size()) < fewestNameCharacters || a.front() != b.front())
        return false;
    std::size_t different = 0;
    for (std::size_t at = 0; at < a.size(); ++at)
        different += a[at] == b[at] ? 0 : 1;
    return different == 1;
}

std::optional<SimilarityReason> nameReason(const QString& one, const QString& other)
{
    const QString a = foldForSearch(one);
    const QString b = foldForSearch(other);
    if (a.isEmpty() || b.isEmpty())
        return std::nullopt;
    if (a == b)
        return SimilarityReason::SameName;
    if (soundAlike(one, other))
        return SimilarityReason::SoundsAlike;
    const QString swapped = swappedName(one);
    if (foldForSearch(swapped) == b || foldForSearch(swappedName(other)) == a || soundAlike(swapped, other) || soundAlike(one, swappedName(other)))
        return SimilarityReason::NameOrder;
    if (isShortSurname(a, b) || isShortSurname(b, a))
        return SimilarityReason::ShortSurname;
    return differInOneCharacter(a, b) ? std::optional(SimilarityReason::OneCharacter) : std::nullopt;
}

std::optional<SimilarityReason> documentReason(const PersonRegistered& one, const PersonRegistered& other)
{
    const Document a = documentOf(one);
    const Document b = documentOf(other);
    if (a.number.isEmpty() || b.number.isEmpty())
        return std::nullopt;
    if (a.number == b.number)
        return a.former == b.former ? SimilarityReason::SameDocument : SimilarityReason::FormerDocument;
    const bool against = one.documentKind == other.documentKind && isForLife(one.documentKind) && isValid(a.number) && isValid(b.number);
    return against ? std::optional(SimilarityReason::OtherDocument) : std::nullopt;
}

std::optional<SimilarityReason> birthReason(QDate one, QDate other)
{
    if (!one.isValid() || !other.isValid())
        return std::nullopt;
    return one == other ? SimilarityReason::SameBirth : SimilarityReason::OtherBirth;
}

bool sameAddress(const PersonRegistered& one, const PersonRegistered& other)
{
    const QString a = foldForSearch(one.address);
    return a.size() >= fewestAddressCharacters && a == foldForSearch(other.address);
}

} // namespace

QString swappedName(const QString& name)
{
    QString spaced;
    for (const QChar each : name)
        spaced += isNameDot(each.unicode()) ? QChar(u' ') : each;
    QStringList parts = spaced.split(u' ', Qt::SkipEmptyParts);
    if (parts.size() > 1) {
        parts.prepend(parts.takeLast());
        return parts.join(u' ');
    }
    const auto all = characters(spaced);
    const std::size_t surname = all.size() > 2 && isCompoundSurname(QStringView(spaced).first(2)) ? 2 : 1;
    if (all.size() <= surname)
        return name;
    return QString::fromUcs4(all.data() + surname, qsizetype(all.size() - surname)) + QString::fromUcs4(all.data(), qsizetype(surname));
}

Similarity similarity(const PersonRegistered& one, const PersonRegistered& other, const SimilarityRules& rules)
{
    Similarity result;
    const auto add = [&](std::optional<SimilarityReason> reason) {
        if (reason)
            result.reasons.push_back({*reason, rules.pointsOf(*reason)});
    };
    add(documentReason(one, other));
    const QString phone = phoneOf(one);
    if (!phone.isEmpty() && phone == phoneOf(other))
        add(SimilarityReason::SamePhone);
    add(birthReason(one.birth, other.birth));
    add(nameReason(one.name, other.name));
    if (sameAddress(one, other))
        add(SimilarityReason::SameAddress);
    if (one.sex != Sex::Unknown && other.sex != Sex::Unknown && one.sex != other.sex)
        add(SimilarityReason::OtherSex);
    std::sort(result.reasons.begin(), result.reasons.end(), [](const SimilarityPoint& a, const SimilarityPoint& b) { return a.reason < b.reason; });
    for (const SimilarityPoint& each : result.reasons)
        result.score += each.points;
    result.score = std::clamp(result.score, 0, 100);
    return result;
}

Result<SimilarityRules> readSimilarityRules(const QByteArray& json)
{
    const auto wrong = [](const QString& field) { return fail(ErrorKind::Corrupt, u"similarity.rules"_s, field); };
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    const QJsonObject points = root.value(u"points").toObject();
    SimilarityRules rules;
    for (const auto& [reason, word] : EnumWords<SimilarityReason>::values) {
        const QString key = QString::fromLatin1(word);
        const QJsonValue value = points.value(key);
        if (!value.isDouble() || value.toDouble() != double(value.toInt()))
            return wrong(u"points."_s + key);
        rules.points[std::size_t(reason)] = value.toInt();
    }
    if (points.size() != qsizetype(rules.points.size()))
        return wrong(u"points"_s);
    rules.likely = root.value(u"likely").toInt();
    rules.certain = root.value(u"certain").toInt();
    if (rules.likely <= 0 || rules.certain <= rules.likely || rules.certain > 100)
        return wrong(u"likely"_s);
    return rules;
}

} // namespace onedoor
