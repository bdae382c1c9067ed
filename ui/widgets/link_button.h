// SPDX-License-Identifier: GPL-3.0-or-later
// A sentence that leads somewhere: a quiet button whose text is wrapped, however long it is, because a sentence cut off in the middle
// says nothing. Owned by its parent; UI thread.
#pragma once

#include "ui/widgets/button.h"

namespace onedoor {

class LinkButton final : public Button {
    Q_OBJECT
public:
    explicit LinkButton(const QString& sentence, QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int textLeft() const;

    QString m_sentence;
};

} // namespace onedoor
