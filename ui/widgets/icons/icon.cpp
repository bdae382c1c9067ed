// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/icons/icon.h"

#include "ui/widgets/theme/paint.h"
#include "ui/widgets/theme/theme.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <array>
#include <cmath>

static void initialiseIconResource()
{
    Q_INIT_RESOURCE(onedoor_icons); // outside any namespace, as the macro asks; a static library drops it otherwise
}

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

/// In the order of enum Icons.
constexpr std::array fileNames{
    "archive", "arrow-left", "arrow-right", "backup", "begin", "bell", "calendar", "call", "chart", "check", "chevron-down",
    "chevron-left", "chevron-right", "chevron-up", "clock", "close", "contrast", "copy", "display", "document", "download",
    "edit", "elder", "error", "eye", "eye-off", "filter", "finish", "handshake", "history", "hold", "home", "id-card", "info",
    "key", "keyboard", "language", "link", "list", "lock", "mail", "map-pin", "minus", "moon", "more", "no-show", "people",
    "person", "person-add", "phone", "pin", "plus", "print", "print-failed", "queue", "recall", "redo", "room", "scales",
    "scan", "search", "settings", "shield", "sign-out", "skip", "sound", "sound-off", "sun", "sync", "sync-off", "ticket",
    "transfer", "trash", "undo", "upload", "urgent", "warning", "wheelchair", "window",
};

constexpr std::array sizes{16, 20, 24, 32, 48, 64};

/// The smallest drawn size that is not smaller than wanted: scaling down keeps strokes clean, scaling up does not.
int drawnSize(int wanted)
{
    for (const int size : sizes)
        if (size >= wanted)
            return size;
    return sizes.back();
}

class ThemedIconEngine final : public QIconEngine {
public:
    ThemedIconEngine(Icons name, Tone tone) : m_name(name), m_tone(tone) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        const int side = std::min(rect.width(), rect.height());
        const QPixmap mask = iconPixmap(m_name, side, ink(mode), painter->device()->devicePixelRatioF());
        painter->drawPixmap(QPointF(rect.x() + (rect.width() - side) / 2.0, rect.y() + (rect.height() - side) / 2.0), mask);
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        QPixmap result = iconPixmap(m_name, std::min(size.width(), size.height()), ink(mode), 1.0);
        result.setDevicePixelRatio(scale);
        return result;
    }

    QSize actualSize(const QSize& size, QIcon::Mode, QIcon::State) override
    {
        const int side = std::min(size.width(), size.height());
        return {side, side};
    }

    QList<QSize> availableSizes(QIcon::Mode, QIcon::State) override
    {
        QList<QSize> result;
        for (const int size : sizes)
            result.append({size, size});
        return result;
    }

    bool isNull() override { return false; }
    QString key() const override { return u"onedoor"_s; }
    QIconEngine* clone() const override { return new ThemedIconEngine(*this); }

private:
    QColor ink(QIcon::Mode mode) const { return mode == QIcon::Disabled ? tokens().disabled : tokens().ink(m_tone); }

    Icons m_name;
    Tone m_tone;
};

} // namespace

QPixmap iconPixmap(Icons name, int size, const QColor& ink, qreal devicePixelRatio)
{
    initialiseIconResource();
    const int pixels = static_cast<int>(std::lround(size * devicePixelRatio));
    const QString file = QString::fromLatin1(fileNames[static_cast<std::size_t>(name)]);
    const QString key = u"onedoor/%1/%2/%3"_s.arg(file).arg(pixels).arg(ink.name(QColor::HexArgb));
    QPixmap result;
    if (!QPixmapCache::find(key, &result)) {
        QPixmap mask(u":/icons/%1/%2.png"_s.arg(drawnSize(pixels)).arg(file));
        if (mask.width() != pixels && !mask.isNull())
            mask = mask.scaled(pixels, pixels, Qt::KeepAspectRatio, Qt::SmoothTransformation);
        result = paint::tinted(mask, ink);
        QPixmapCache::insert(key, result);
    }
    result.setDevicePixelRatio(devicePixelRatio);
    return result;
}

QIcon icon(Icons name, Tone tone)
{
    return QIcon(new ThemedIconEngine(name, tone));
}

QIcon appIcon()
{
    initialiseIconResource();
    QIcon result;
    for (const int size : {16, 24, 32, 48, 64, 128, 256})
        result.addFile(u":/icons/app/%1.png"_s.arg(size), {size, size});
    return result;
}

IconLabel::IconLabel(Icons name, int size, Tone tone, QWidget* parent) : QLabel(parent), m_name(name), m_size(size), m_tone(tone)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void IconLabel::setIcon(Icons name, Tone tone)
{
    m_name = name;
    m_tone = tone;
    update();
}

QSize IconLabel::sizeHint() const
{
    return {scaled(m_size), scaled(m_size)};
}

void IconLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QColor ink = isEnabled() ? tokens().ink(m_tone) : tokens().disabled;
    const int side = scaled(m_size);
    painter.drawPixmap(QPointF((width() - side) / 2.0, (height() - side) / 2.0), iconPixmap(m_name, side, ink, devicePixelRatioF()));
}

} // namespace onedoor

#include "moc_icon.cpp"
