// SPDX-License-Identifier: GPL-3.0-or-later
// The look of the running program. One Theme is made by the composition root right after the QApplication and lives as long as
// it; it sets style, palette, font and style sheet, and does so again whenever the look, the text scale or the system changes.
// Widgets read colours with tokens(), exactly as they would read QApplication::palette(). UI thread only.
#pragma once

#include "ui/widgets/theme/metrics.h"
#include "ui/widgets/theme/system_look.h"
#include "ui/widgets/theme/tokens.h"

#include <QFont>
#include <QObject>
#include <functional>

class QAbstractButton;
class QApplication;
class QWidget;

namespace onedoor {

enum class Look { System, Light, Dark, HighContrast };

class Theme final : public QObject {
    Q_OBJECT
public:
    using SystemReader = std::function<SystemLook()>;

    explicit Theme(QApplication& application, SystemReader reader = readSystemLook);
    ~Theme() override;

    Look look() const { return m_look; }
    /// The look that is shown: never Look::System.
    Look effectiveLook() const;
    void setLook(Look look);

    /// The user's own factor, 1.0 … 2.0; the system's factor multiplies it and the product is capped at 2.0.
    void setTextScale(double scale);
    double textScale() const;
    const Tokens& tokens() const { return m_tokens; }
    /// Reads the system's wish again; happens by itself when the program becomes active or the system announces a change.
    void refresh();

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void apply();

    QApplication& m_application;
    SystemReader m_reader;
    SystemLook m_system;
    Look m_look = Look::System;
    double m_ownScale = 1.0;
    Tokens m_tokens;
    bool m_applying = false;
};

/// Tokens of the living Theme; light ones when there is none.
const Tokens& tokens();
/// Logical pixels at the reader's text scale.
int scaled(int pixels);
QFont typeFont(Type type = Type::Body, bool strong = false);
/// What a key's cap takes of a button's width.
int keyCapRoom(const QString& keys);

/// Looks of a push button. Primary: at most one on a page.
enum class Variant { Secondary, Primary, Quiet, Danger };
void setVariant(QWidget* button, Variant variant);
/// Type size and weight of a label or any widget with text.
void setType(QWidget* widget, Type type, bool strong = false);
/// Text colour of a label.
void setTone(QWidget* widget, Tone tone);
/// Large controls (48 px) for kiosk pages; the default is the dense desk.
void setLarge(QWidget* widget, bool large = true);
/// Red edge of an input whose content was refused; FormField does it for its editor.
void setInvalid(QWidget* input, bool invalid);

} // namespace onedoor
