// SPDX-License-Identifier: GPL-3.0-or-later
// The product's own icons (resources/icons/*.svg), rasterised at build time to alpha masks and tinted when painted, so that one
// QIcon follows theme, state and screen scale for as long as it lives. UI thread.
#pragma once

#include "ui/widgets/theme/tokens.h"

#include <QIcon>
#include <QLabel>

namespace onedoor {

enum class Icons {
    Archive, ArrowLeft, ArrowRight, Backup, Begin, Bell, Calendar, Call, Chart, Check, ChevronDown, ChevronLeft, ChevronRight,
    ChevronUp, Clock, Close, Contrast, Copy, Display, Document, Download, Edit, Elder, Error, Eye, EyeOff, Filter, Finish,
    Handshake, History, Hold, Home, IdCard, Info, Key, Keyboard, Language, Link, List, Lock, Mail, MapPin, Minus, Moon, More,
    NoShow, People, Person, PersonAdd, Phone, Pin, Plus, Print, PrintFailed, Queue, Recall, Redo, Room, Scales, Scan, Search,
    Settings, Shield, SignOut, Skip, Sound, SoundOff, Sun, Sync, SyncOff, Ticket, Transfer, Trash, Undo, Upload, Urgent,
    Warning, Wheelchair, Window,
};

QIcon icon(Icons name, Tone tone = Tone::Text);
/// The tinted mask at size logical pixels, for painting by hand.
QPixmap iconPixmap(Icons name, int size, const QColor& ink, qreal devicePixelRatio);
/// The logo, for windows and "about".
QIcon appIcon();

/// An icon as a widget. Give it an accessible name only where no word says the same beside it.
class IconLabel : public QLabel {
    Q_OBJECT
public:
    explicit IconLabel(Icons name, int size = 20, Tone tone = Tone::Text, QWidget* parent = nullptr);
    void setIcon(Icons name, Tone tone);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Icons m_name;
    int m_size;
    Tone m_tone;
};

} // namespace onedoor
