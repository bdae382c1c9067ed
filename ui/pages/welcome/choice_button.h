// SPDX-License-Identifier: GPL-3.0-or-later
// A large button with an icon, a title and a sentence that says what will happen. Owned by its parent; UI thread.
#pragma once

#include "ui/widgets/button.h"

namespace onedoor {

class ChoiceButton final : public Button {
    Q_OBJECT
public:
    ChoiceButton(Icons name, const QString& title, const QString& explanation, QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Icons m_icon;
    QString m_explanation;
};

} // namespace onedoor
