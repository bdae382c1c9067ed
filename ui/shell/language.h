// SPDX-License-Identifier: GPL-3.0-or-later
// The language of the running program: our translations, Qt's own, and the default QLocale go together and change at run time. Made by
// the composition root after the QApplication and before the first widget; UI thread.
#pragma once

#include <QObject>
#include <QTranslator>

namespace onedoor {

class Language final : public QObject {
    Q_OBJECT
public:
    explicit Language(QObject* parent = nullptr) : QObject(parent) {}
    ~Language() override;

    /// "zh_CN" or "en"; anything else means what the system speaks.
    void set(const QString& language);
    QString current() const { return m_current; }
    bool isChinese() const;
    /// Where Qt's own translations (qtbase_zh_CN.qm) are looked for, in this order: beside the program, as it is shipped for Windows, then
    /// where this Qt keeps them (Debian: qt6-translations-l10n).
    static QStringList toolkitFolders();
    /// To the other of the two.
    void toggle();

Q_SIGNALS:
    /// Texts made from now on are in the new language; widgets that exist still show the old one.
    void changed();

private:
    QString m_current;
    QTranslator m_ours;
    QTranslator m_toolkit;
};

} // namespace onedoor
