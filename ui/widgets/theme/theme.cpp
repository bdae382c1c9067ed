// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/theme/theme.h"

#include "ui/widgets/theme/style_sheet.h"
#include "ui/widgets/theme/theme_style.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QPalette>
#include <QPixmapCache>
#include <QStyle>
#include <QTimer>
#include <QWidget>
#include <algorithm>
#include <cmath>
#include <utility>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr double largestScale = 2.0;

const Theme* living = nullptr;

QPalette paletteOf(const Tokens& t)
{
    QPalette palette;
    palette.setColor(QPalette::Window, t.window);
    palette.setColor(QPalette::WindowText, t.text);
    palette.setColor(QPalette::Base, t.surface);
    palette.setColor(QPalette::AlternateBase, t.hover);
    palette.setColor(QPalette::ToolTipBase, t.raised);
    palette.setColor(QPalette::ToolTipText, t.text);
    palette.setColor(QPalette::PlaceholderText, t.muted);
    palette.setColor(QPalette::Text, t.text);
    palette.setColor(QPalette::Button, t.surface);
    palette.setColor(QPalette::ButtonText, t.text);
    palette.setColor(QPalette::BrightText, t.danger);
    palette.setColor(QPalette::Light, t.raised);
    palette.setColor(QPalette::Midlight, t.hover);
    palette.setColor(QPalette::Mid, t.line);
    palette.setColor(QPalette::Dark, t.control);
    palette.setColor(QPalette::Shadow, t.shadow);
    palette.setColor(QPalette::Highlight, t.accent);
    palette.setColor(QPalette::HighlightedText, t.onAccent);
    palette.setColor(QPalette::Link, t.accentText);
    palette.setColor(QPalette::LinkVisited, t.accentText);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::PlaceholderText})
        palette.setColor(QPalette::Disabled, role, t.disabled);
    palette.setColor(QPalette::Disabled, QPalette::Base, t.window);
    return palette;
}

/// In lists a selected row keeps its text colour: badges and muted text inside must stay readable.
QPalette listPaletteOf(const Tokens& t)
{
    QPalette palette = paletteOf(t);
    palette.setColor(QPalette::Highlight, t.accentSoft);
    palette.setColor(QPalette::HighlightedText, t.text);
    return palette;
}

void restyle(QWidget* widget)
{
    QStyle* style = widget->style();
    style->unpolish(widget);
    style->polish(widget);
    widget->updateGeometry();
    widget->update();
}

QString typeName(Type type)
{
    switch (type) {
    case Type::Caption: return u"caption"_s;
    case Type::Body: return u"body"_s;
    case Type::Lead: return u"lead"_s;
    case Type::Title: return u"title"_s;
    case Type::Display: return u"display"_s;
    }
    return {};
}

} // namespace

Theme::Theme(QApplication& application, SystemReader reader)
    : m_application(application), m_reader(std::move(reader)), m_system(m_reader())
{
    living = this;
    m_application.setStyle(new ThemeStyle);
    m_application.installEventFilter(this);
    apply();
#ifdef Q_OS_WIN
    // Qt 6.4 does not announce changes of contrast and text scale, and reading two keys costs nothing.
    constexpr int milliseconds = 3000;
    auto* timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, &Theme::refresh);
    timer->start(milliseconds);
#endif
}

Theme::~Theme()
{
    if (living == this)
        living = nullptr;
}

Look Theme::effectiveLook() const
{
    if (m_look != Look::System)
        return m_look;
    if (m_system.highContrast)
        return Look::HighContrast;
    return m_system.dark ? Look::Dark : Look::Light;
}

void Theme::setLook(Look look)
{
    if (look == m_look)
        return;
    m_look = look;
    apply();
}

void Theme::setTextScale(double scale)
{
    const double bounded = std::clamp(scale, 1.0, largestScale);
    if (bounded == m_ownScale)
        return;
    m_ownScale = bounded;
    apply();
}

double Theme::textScale() const
{
    return std::clamp(m_ownScale * m_system.textScale, 1.0, largestScale);
}

void Theme::refresh()
{
    const SystemLook now = m_reader();
    if (now == m_system)
        return;
    m_system = now;
    apply();
}

bool Theme::eventFilter(QObject* watched, QEvent* event)
{
    const auto type = event->type();
    if (watched == &m_application && !m_applying && (type == QEvent::ThemeChange || type == QEvent::ApplicationStateChange)) {
#ifdef Q_OS_WIN
        refresh();
#endif
    }
    return QObject::eventFilter(watched, event);
}

void Theme::apply()
{
    m_applying = true;
    switch (effectiveLook()) {
    case Look::Dark: m_tokens = darkTokens(); break;
    case Look::HighContrast: m_tokens = highContrastTokens(); break;
    default: m_tokens = lightTokens(); break;
    }
    QPixmapCache::clear();
    m_application.setPalette(paletteOf(m_tokens));
    m_application.setPalette(listPaletteOf(m_tokens), "QAbstractItemView");
    m_application.setFont(typeFont(Type::Body));
    m_application.setStyleSheet(styleSheet(m_tokens));
    m_applying = false;
    Q_EMIT changed();
}

const Tokens& tokens()
{
    static const Tokens fallback = lightTokens();
    return living ? living->tokens() : fallback;
}

int scaled(int pixels)
{
    return living ? static_cast<int>(std::lround(pixels * living->textScale())) : pixels;
}

int keyCapRoom(const QString& keys)
{
    return QFontMetrics(typeFont(Type::Caption)).horizontalAdvance(keys) + scaled(18);
}

QFont typeFont(Type type, bool strong)
{
    QFont result;
    result.setFamilies({u"Microsoft YaHei UI"_s, u"Noto Sans CJK SC"_s, u"sans-serif"_s});
    result.setPixelSize(scaled(basePixels(type)));
    result.setWeight(strong ? QFont::DemiBold : QFont::Normal);
    result.setStyleHint(QFont::SansSerif);
    return result;
}

void setVariant(QWidget* button, Variant variant)
{
    static constexpr const char* names[]{"secondary", "primary", "quiet", "danger"};
    button->setProperty("variant", QString::fromLatin1(names[static_cast<int>(variant)]));
    restyle(button);
}

void setType(QWidget* widget, Type type, bool strong)
{
    widget->setProperty("type", typeName(type));
    widget->setProperty("strong", strong);
    restyle(widget);
}

void setTone(QWidget* widget, Tone tone)
{
    static constexpr const char* names[]{"text", "muted", "accent", "onaccent", "success", "warning", "danger", "info"};
    widget->setProperty("tone", QString::fromLatin1(names[static_cast<int>(tone)]));
    restyle(widget);
}

void setLarge(QWidget* widget, bool large)
{
    widget->setProperty("large", large);
    restyle(widget);
}

void setInvalid(QWidget* input, bool invalid)
{
    if (input->property("invalid").toBool() == invalid)
        return;
    input->setProperty("invalid", invalid);
    restyle(input);
}

} // namespace onedoor

#include "moc_theme.cpp"
