// SPDX-License-Identifier: GPL-3.0-or-later
// The things a page is laid out with: Card (a raised surface), SectionHeading, Banner (an inline message that stays until it is
// dealt with), EmptyState (says why nothing is here and what to do), ProgressStrip. Owned by their parent; UI thread.
#pragma once

#include "ui/widgets/icons/icon.h"
#include "ui/widgets/theme/theme.h"

#include <QFrame>
#include <QProgressBar>

class QAction;
class QBoxLayout;
class QHBoxLayout;
class QVBoxLayout;

namespace onedoor {

/// Lay out into body(). A card without padding (for tables) keeps its round corners clear.
class Card : public QFrame {
    Q_OBJECT
public:
    explicit Card(QWidget* parent = nullptr, bool padded = true);
    QVBoxLayout* body() const { return m_body; }
    /// A coloured left edge for the one card that needs attention; Tone::Text takes it away.
    void setEdge(Tone tone);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QVBoxLayout* m_body;
    Tone m_edge = Tone::Text;
};

class SectionHeading : public QWidget {
    Q_OBJECT
public:
    explicit SectionHeading(const QString& text, QWidget* parent = nullptr);
    void setText(const QString& text);
    /// Shown small beside the heading; empty hides it.
    void setCount(const QString& count);
    /// Puts a widget at the right end.
    void addTrailing(QWidget* widget);

private:
    QLabel* m_text;
    QLabel* m_count;
    QHBoxLayout* m_row;
};

class Banner : public QFrame {
    Q_OBJECT
public:
    explicit Banner(Tone tone, const QString& text, QWidget* parent = nullptr);
    void setMessage(Tone tone, const QString& text);
    /// One more button at the right; the banner does not own the action.
    void addAction(QAction* action);
    void setClosable(bool closable);

Q_SIGNALS:
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Tone m_tone = Tone::Info;
    IconLabel* m_icon;
    QLabel* m_text;
    QHBoxLayout* m_row;
    QWidget* m_close = nullptr;
};

class EmptyState : public QWidget {
    Q_OBJECT
public:
    explicit EmptyState(Icons name, const QString& title, const QString& text = {}, QWidget* parent = nullptr);
    void setContent(Icons name, const QString& title, const QString& text = {});
    void setAction(QAction* action);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();

    IconLabel* m_icon;
    QLabel* m_title;
    QLabel* m_text;
    QVBoxLayout* m_column;
    QWidget* m_button = nullptr;
};

/// A thin line that shows how far work is; start() without a total runs without end.
class ProgressStrip : public QProgressBar {
    Q_OBJECT
public:
    explicit ProgressStrip(QWidget* parent = nullptr);
    void start();
    void finish();
};

} // namespace onedoor
