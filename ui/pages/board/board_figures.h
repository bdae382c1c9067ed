// SPDX-License-Identifier: GPL-3.0-or-later
// Today's figures in a row: a number with the word for it below. Child of the page; UI thread.
#pragma once

#include "core/services/api/board.h"

#include <QLabel>
#include <QWidget>

namespace onedoor {

class BoardFigures final : public QWidget {
    Q_OBJECT
public:
    explicit BoardFigures(QWidget* parent = nullptr);
    void show(const BoardCounts& counts);

private:
    struct Figure {
        QLabel* number;
        QLabel* word;
    };
    std::vector<Figure> m_figures;
};

} // namespace onedoor
