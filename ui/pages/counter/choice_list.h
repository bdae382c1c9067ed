// SPDX-License-Identifier: GPL-3.0-or-later
// A short list to choose one of: a digit chooses by itself, arrows and Enter as everywhere. Shows all its rows without scrolling.
// Child of its sheet; UI thread.
#pragma once

#include <QListWidget>

namespace onedoor {

class ChoiceList final : public QListWidget {
    Q_OBJECT
public:
    explicit ChoiceList(const QString& accessibleName, QWidget* parent = nullptr);
    /// `detail`: on a line of its own below the text; may be empty.
    void addChoice(const QString& key, const QString& text, const QString& detail = {});
    /// Empty when nothing is chosen yet.
    QString chosenKey() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    /// By its digit: as good as choosing and going on.
    void digitChosen(const QString& key);
    /// Enter or double click on the chosen row.
    void confirmed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
};

} // namespace onedoor
