// SPDX-License-Identifier: GPL-3.0-or-later
// queue_board: from a new answer of the core to painted rows, with 1,000 people waiting at a counter's list: one row has changed, or the
// first was called and another one came. The counter's own list on the offscreen platform; beside it a plain table of as many rows over
// Qt's standard model, of which one cell changes.
#include "tests/bench/bench_store.h"
#include "tests/bench/figure.h"
#include "tests/support/hall_pc.h"
#include "ui/models/counter_board.h"
#include "ui/pages/counter/queue_lists.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/theme/theme.h"

#include <QApplication>
#include <QStandardItemModel>

namespace onedoor::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int waiting = 1'000;
constexpr int rounds = 400;
constexpr QSize listSize{760, 600};

TicketRow waitingRow(int at, Random& random, Instant now)
{
    TicketRow row;
    row.ticket = TicketId::make(now, random);
    row.number = u'A' + QString::number(at).rightJustified(4, u'0');
    row.name = u"周敏"_s;
    row.service = u"legalAdvice"_s;
    row.summary = u"借款到期对方不还，咨询怎么起诉"_s;
    row.arrivedAt = now.plusSeconds(at - waiting);
    row.why = u"10:05 到达，按到达时间排队"_s;
    return row;
}

Samples ownList()
{
    hall::Pc pc;
    pc.found();
    const Session session = pc.session("admin", u"window6"_s);
    Samples took;
    {
        CounterBoard board(*pc.gateway, session, pc.clock);
        QueueLists lists(board);
        lists.resize(listSize);
        lists.show();
        std::vector<TicketRow> rows;
        for (int at = 0; at < waiting; ++at)
            rows.push_back(waitingRow(at, pc.random, pc.clock.now()));
        board.waiting()->setRows(rows, pc.clock.now());
        QCoreApplication::processEvents();
        for (int round = 0; round < rounds; ++round) {
            if (round % 2 == 0) {
                rows[std::size_t(round) % 20].priority = round % 4 == 0 ? u"elder"_s : u"ordinary"_s; // of those on show
            } else {
                rows.erase(rows.begin());
                rows.push_back(waitingRow(waiting + round, pc.random, pc.clock.now()));
            }
            took.push_back(timed([&] {
                board.waiting()->setRows(rows, pc.clock.now());
                lists.waitingTable()->viewport()->repaint();
                QCoreApplication::sendPostedEvents();
            }));
        }
    }
    pc.close();
    return took;
}

Samples plainTable()
{
    QStandardItemModel model(waiting, QueueModel::ColumnCount);
    for (int row = 0; row < waiting; ++row) {
        for (int column = 0; column < QueueModel::ColumnCount; ++column)
            model.setItem(row, column, new QStandardItem(QString::number(row)));
    }
    QTableView table;
    table.setModel(&model);
    table.resize(listSize);
    table.show();
    QCoreApplication::processEvents();
    Samples took;
    for (int round = 0; round < rounds; ++round) {
        took.push_back(timed([&] {
            model.item(round % 20, 1)->setText(QString::number(round));
            table.viewport()->repaint();
            QCoreApplication::sendPostedEvents();
        }));
    }
    return took;
}

} // namespace

bool benchQueueBoard()
{
    Theme theme{*qApp, [] { return SystemLook{}; }};
    const Samples ours = ownList();
    return report(u"queue_board"_s, ours, plainTable(), {.p99Microseconds = 16'000});
}

} // namespace onedoor::bench
