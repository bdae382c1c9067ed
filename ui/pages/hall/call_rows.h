// SPDX-License-Identifier: GPL-3.0-or-later
// The calls before the present one, newest first, at most seven: number, masked name, place. Those still awaited are marked in words
// and colour. Child of the display; UI thread.
#pragma once

#include "ui/models/hall_board.h"

#include <QWidget>

namespace onedoor {

class HallText;

class CallRows final : public QWidget {
    Q_OBJECT
public:
    explicit CallRows(const CentreDefinition& centre, QWidget* parent = nullptr);
    void showRows(const std::vector<HallRow>& rows);
    void setUnit(double unit);
    int shownRows() const { return m_shown; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Line {
        QWidget* whole;
        HallText* number;
        HallText* name;
        HallText* place;
        HallText* awaited;
    };
    Line makeLine();

    const CentreDefinition& m_centre;
    HallText* m_caption;
    std::vector<Line> m_lines;
    double m_unit = 1;
    int m_shown = 0;
};

} // namespace onedoor
