// SPDX-License-Identifier: GPL-3.0-or-later
// Inputs of one line. TextField is safe with input methods: Enter while a word is being composed commits the word and nothing
// else. SecretField hides what is typed and can show it; PinField takes a fixed number of digits. Owned by their parent; UI thread.
#pragma once

#include <QLineEdit>

namespace onedoor {

class Button;

class TextField : public QLineEdit {
    Q_OBJECT
public:
    explicit TextField(QWidget* parent = nullptr);
    bool isComposing() const { return m_composing; }
    /// Empties the field so that Ctrl+Z brings the text back.
    void clearUndoably();

Q_SIGNALS:
    /// Enter outside composition.
    void submitted(const QString& text);

protected:
    bool event(QEvent* event) override;
    void inputMethodEvent(QInputMethodEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    /// Words that say what to type are told in full where the pointer rests, should they not fit.
    void resizeEvent(QResizeEvent* event) override;

private:
    bool m_composing = false;
};

class SecretField : public QWidget {
    Q_OBJECT
public:
    explicit SecretField(QWidget* parent = nullptr);
    TextField* edit() const { return m_edit; }
    QString text() const { return m_edit->text(); }
    void clear() { m_edit->clear(); }
    void setRevealed(bool revealed);
    bool isRevealed() const { return m_edit->echoMode() == QLineEdit::Normal; }

private:
    TextField* m_edit;
    Button* m_reveal;
};

class PinField : public QLineEdit {
    Q_OBJECT
public:
    explicit PinField(int digits = 6, QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    /// The last digit has been typed.
    void completed(const QString& pin);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QRect cell(int index) const;
};

} // namespace onedoor
