// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/console.h"

#include "core/services/error_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace onedoor::console {

namespace {

bool write(std::FILE* file, const QString& text)
{
    const QByteArray bytes = text.toUtf8();
    return std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), file) == std::size_t(bytes.size()) && std::fflush(file) == 0;
}

} // namespace

void speakTheSystemsLanguage(QTranslator& translator)
{
    const bool isChinese = QLocale::system().language() == QLocale::Chinese;
    QLocale::setDefault(isChinese ? QLocale(QLocale::Chinese, QLocale::China) : QLocale(QLocale::English));
    if (isChinese && translator.load(u":/i18n/onedoor_zh_CN.qm"_s))
        QCoreApplication::installTranslator(&translator);
}

void say(const QString& sentence)
{
    write(stderr, QCoreApplication::applicationName() + u": "_s + sentence + u'\n');
}

ExitCode refuse(const Error& error, ExitCode otherwise, const CentreDefinition& centre)
{
    const QString where = error.field.isEmpty() ? QString() : QString(error.field + u": "_s);
    say(where + errorText(error, centre) + u" ["_s + error.code + u']');
    return error.kind == ErrorKind::WrongKey || error.kind == ErrorKind::Forbidden ? ExitCode::NoRight : otherwise;
}

bool print(const QString& text)
{
    return write(stdout, text);
}

} // namespace onedoor::console
