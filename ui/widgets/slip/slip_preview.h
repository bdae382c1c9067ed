// SPDX-License-Identifier: GPL-3.0-or-later
// A slip as it will come out: white paper on a well, as large as the space allows and never larger than twice life. Shows only;
// owned by its parent; UI thread.
#pragma once

#include "ui/models/slip_content.h"
#include "ui/widgets/slip/slip_layout.h"

#include <QFrame>
#include <QImage>

namespace onedoor {

class SlipPreview : public QFrame {
    Q_OBJECT
public:
    explicit SlipPreview(QWidget* parent = nullptr);
    void setSlip(const SlipContent& slip, SlipPaper paper, const SlipLayout& layout);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QImage m_picture;
};

} // namespace onedoor
