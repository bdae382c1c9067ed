// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/theme/style_sheet.h"

#include "ui/widgets/theme/theme.h"

#include <QStringList>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

/// @name stands for a colour and %number for scaled pixels, so that the sheet below reads like a sheet.
QString fill(QString sheet, const Tokens& t)
{
    const QList<std::pair<QString, QColor>> colours{{u"@window"_s, t.window}, {u"@surface"_s, t.surface}, {u"@raised"_s, t.raised},
        {u"@sunken"_s, t.sunken}, {u"@hover"_s, t.hover}, {u"@line"_s, t.line}, {u"@control"_s, t.control}, {u"@text"_s, t.text},
        {u"@muted"_s, t.muted}, {u"@disabled"_s, t.disabled}, {u"@accentSoft"_s, t.accentSoft}, {u"@accentText"_s, t.accentText},
        {u"@onAccent"_s, t.onAccent}, {u"@accent"_s, t.accent}, {u"@success"_s, t.success}, {u"@warning"_s, t.warning},
        {u"@danger"_s, t.danger}, {u"@info"_s, t.info}, {u"@focus"_s, t.focus}};
    // Longer names first: "@accent" is the beginning of "@accentSoft".
    for (const auto& [name, value] : colours)
        sheet.replace(name, value.name());
    return sheet;
}

QString typeRules()
{
    const QList<std::pair<QString, Type>> types{{u"caption"_s, Type::Caption}, {u"body"_s, Type::Body}, {u"lead"_s, Type::Lead},
        {u"title"_s, Type::Title}, {u"display"_s, Type::Display}};
    QString rules;
    for (const auto& [name, type] : types)
        rules += u"*[type=\"%1\"] { font-size: %2px; }\n"_s.arg(name).arg(scaled(basePixels(type)));
    rules += u"*[strong=\"true\"] { font-weight: 600; }\n"_s;
    const QStringList tones{u"text"_s, u"muted"_s, u"accentText"_s, u"onAccent"_s, u"success"_s, u"warning"_s, u"danger"_s, u"info"_s};
    for (const QString& tone : tones) {
        const QString name = tone == u"accentText"_s ? u"accent"_s : tone.toLower();
        rules += u"QLabel[tone=\"%1\"], QToolButton[tone=\"%1\"] { color: @%2; }\n"_s.arg(name, tone);
    }
    return rules;
}

constexpr QLatin1StringView containers{R"(
QToolTip { background: @raised; color: @text; border: 1px solid @control; padding: 5px 8px; }
QMenu { background: @raised; color: @text; border: 1px solid @line; padding: 5px; }
QMenu::item { padding: 7px 28px 7px 12px; border-radius: 5px; border: 1px solid transparent; }
QMenu::item:selected { background: @accentSoft; color: @text; border-color: @accentText; }
QMenu::item:disabled { color: @disabled; }
QMenu::icon { padding-left: 10px; }
QMenu::separator { height: 1px; background: @line; margin: 5px 6px; }
QMenuBar { background: @window; color: @text; }
QMenuBar::item { padding: 6px 10px; border-radius: 5px; background: transparent; }
QMenuBar::item:selected { background: @hover; }
QStatusBar { background: @window; color: @muted; border-top: 1px solid @line; }
QStatusBar::item { border: none; }
QToolBar { background: @window; border: none; spacing: 4px; padding: 4px; }
QSplitter::handle { background: transparent; }
QGroupBox { font-weight: 600; border: 1px solid @line; border-radius: 10px; margin-top: 1.4em; padding: 12px; background: @surface; }
QGroupBox::title { subcontrol-origin: margin; left: 4px; color: @text; }
QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget[page="true"] { background: transparent; }
)"};

constexpr QLatin1StringView views{R"(
QAbstractItemView { border: none; outline: none; background: @surface; color: @text; }
QHeaderView { background: @surface; border: none; }
QHeaderView::section { background: @surface; color: @muted; border: none; border-bottom: 1px solid @line; padding: 6px 10px;
  font-size: @captionpx; }
QHeaderView::section:hover { color: @text; }
QTableCornerButton::section { background: @surface; border: none; }
QComboBox QAbstractItemView { background: @raised; border: 1px solid @line; padding: 4px; }
QTextEdit, QPlainTextEdit { background: @surface; color: @text; border: 1px solid @control; border-radius: 6px; padding: 5px 7px; }
QTextEdit:focus, QPlainTextEdit:focus { border: 2px solid @focus; padding: 4px 6px; }
QTextEdit[invalid="true"], QPlainTextEdit[invalid="true"] { border: 2px solid @danger; padding: 4px 6px; }
QTextEdit:disabled, QPlainTextEdit:disabled { background: @window; color: @disabled; border-color: @line; }
QTextBrowser, QTextEdit[plain="true"] { border: none; background: transparent; padding: 0; }
)"};

constexpr QLatin1StringView bars{R"(
QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; border: none; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; border: none; }
QScrollBar::handle { background: @control; border-radius: 3px; margin: 1px; }
QScrollBar::handle:hover { background: @muted; border-radius: 4px; margin: 0; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; background: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: none; }
QTabWidget::pane { border: none; border-top: 1px solid @line; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: @muted; padding: 8px 4px 7px 4px; margin: 0 12px 0 4px;
  border: 2px solid transparent; }
QTabBar::tab:hover { color: @text; }
QTabBar::tab:selected { color: @text; border-bottom-color: @accentText; }
QTabBar::tab:focus { border: 2px solid @focus; border-radius: 5px; }
QTabBar::tab:disabled { color: @disabled; }
QProgressBar { background: @sunken; border: none; border-radius: 3px; text-align: center; color: @text; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }
)"};

} // namespace

QString styleSheet(const Tokens& t)
{
    QString sheet = typeRules();
    sheet += containers;
    sheet += views;
    sheet += bars;
    sheet.replace(u"@caption"_s, QString::number(scaled(basePixels(Type::Caption))));
    return fill(sheet, t);
}

} // namespace onedoor
