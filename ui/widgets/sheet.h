// SPDX-License-Identifier: GPL-3.0-or-later
// What a dialog would be elsewhere: a panel that slides over the page from the right. The event loop runs on, nothing waits for
// it. Tab stays inside while it is open, Esc or a click beside it asks to close, and focus then returns to where it was. Child of
// the widget it covers; UI thread.
#pragma once

#include <QPointer>
#include <QPropertyAnimation>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QScrollArea;

namespace onedoor {

class Sheet : public QWidget {
    Q_OBJECT
    Q_PROPERTY(double slide READ slide WRITE setSlide)
public:
    /// host: usually the window's central widget or the page.
    explicit Sheet(QWidget* host, const QString& title = {});
    void setTitle(const QString& title);
    /// Takes the widget and sets its layout's margins; a scroll bar appears when it is too tall.
    void setContent(QWidget* content);
    /// Row of buttons below the content, right-aligned.
    void addButton(QWidget* button);
    /// Logical pixels at text scale 1: it grows with the type.
    void setPanelWidth(int pixels);
    /// With auto-close off, Esc only emits closeRequested() and the page decides, e.g. about unsaved text.
    void setAutoClose(bool automatic) { m_autoClose = automatic; }
    bool isOpen() const { return m_open; }
    void openSheet();
    void closeSheet();
    /// Back into the open sheet, to where the focus was in it.
    void takeFocus();
    /// The open sheet that lies over this widget or inside it; nullptr when none does.
    static Sheet* over(const QWidget* widget);

    double slide() const { return m_slide; }
    void setSlide(double slide);

Q_SIGNALS:
    void closeRequested();
    void closed();

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void requestClose();
    void place();
    QWidget* firstFocusable() const;

    QWidget* m_panel;
    QLabel* m_title;
    QScrollArea* m_area;
    QWidget* m_footer;
    QHBoxLayout* m_buttons;
    QPropertyAnimation m_animation;
    QPointer<QWidget> m_returnTo;
    double m_slide = 0;
    int m_width = 480;
    bool m_open = false;
    bool m_autoClose = true;
};

} // namespace onedoor
