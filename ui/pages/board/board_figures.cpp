// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/board/board_figures.h"

#include "ui/widgets/theme/theme.h"

#include <QHBoxLayout>

namespace onedoor {

using namespace Qt::StringLiterals;

BoardFigures::BoardFigures(QWidget* parent) : QWidget(parent)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::medium);
    for (const QString& word : {tr("Issued"), tr("Waiting"), tr("At places"), tr("On hold"), tr("Done"), tr("Missed"), tr("Left"), tr("Staffed")}) {
        Figure figure{new QLabel(u"0"_s), new QLabel(word)};
        setType(figure.number, Type::Title, true);
        setType(figure.word, Type::Caption);
        setTone(figure.word, Tone::Muted);
        auto* column = new QVBoxLayout;
        column->setSpacing(0);
        column->addWidget(figure.number);
        column->addWidget(figure.word);
        row->addLayout(column);
        m_figures.push_back(figure);
    }
}

void BoardFigures::show(const BoardCounts& counts)
{
    const std::array numbers{counts.issued, counts.waiting, counts.present, counts.held, counts.finished, counts.missed, counts.withdrawn, counts.staffed};
    for (std::size_t at = 0; at < numbers.size(); ++at) {
        const Figure& figure = m_figures[at];
        figure.number->setText(QString::number(numbers[at]));
        figure.number->setAccessibleName(tr("%1: %2", "what, how many").arg(figure.word->text()).arg(numbers[at]));
    }
}

} // namespace onedoor

#include "moc_board_figures.cpp"
