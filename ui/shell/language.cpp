// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

const QString chinese = u"zh_CN"_s;
const QString english = u"en"_s;

/// The product speaks Chinese first: also where the system has no language of its own (the locale "C").
QString systemLanguage()
{
    const QLocale::Language system = QLocale::system().language();
    return system == QLocale::Chinese || system == QLocale::C ? chinese : english;
}

} // namespace

Language::~Language()
{
    QCoreApplication::removeTranslator(&m_ours);
    QCoreApplication::removeTranslator(&m_toolkit);
}

void Language::set(const QString& language)
{
    const QString wanted = language == chinese || language == english ? language : systemLanguage();
    if (wanted == m_current)
        return;
    m_current = wanted;
    QLocale::setDefault(QLocale(wanted));
    QCoreApplication::removeTranslator(&m_ours);
    QCoreApplication::removeTranslator(&m_toolkit);
    for (const QString& folder : toolkitFolders()) {
        if (!m_toolkit.load(u"qtbase_"_s + wanted, folder))
            continue;
        QCoreApplication::installTranslator(&m_toolkit);
        break;
    }
    if (m_ours.load(u":/i18n/onedoor_%1.qm"_s.arg(wanted)))
        QCoreApplication::installTranslator(&m_ours);
    Q_EMIT changed();
}

QStringList Language::toolkitFolders()
{
    return {QCoreApplication::applicationDirPath() + u"/translations"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)};
}

bool Language::isChinese() const
{
    return m_current == chinese;
}

void Language::toggle()
{
    set(isChinese() ? english : chinese);
}

} // namespace onedoor

#include "moc_language.cpp"
