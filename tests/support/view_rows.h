// SPDX-License-Identifier: GPL-3.0-or-later
// All rows of a store's views as text, equal exactly when the views say the same: people stand under their ids, because their row numbers
// are each file's own. How far the views are is left out, for arrival numbers are each store's own too.
#pragma once

#include "core/store/views/views_store.h"

#include <QStringList>

namespace onedoor {

inline QStringList rowsOf(ViewsStore& views)
{
    using namespace Qt::StringLiterals;
    const QStringList tables{
        u"SELECT person, name, document_kind, document_number, sex, birth, ethnic_group, phone, address, region_code, work_unit,"
        " occupation, registered_at FROM persons ORDER BY person"_s,
        u"SELECT l.key, p.person FROM lookup AS l LEFT JOIN persons AS p ON p.number = l.person ORDER BY l.key, p.person"_s,
        u"SELECT * FROM visits ORDER BY visit"_s, u"SELECT * FROM matters ORDER BY matter"_s, u"SELECT * FROM tickets ORDER BY ticket"_s,
        u"SELECT * FROM accounts ORDER BY account"_s, u"SELECT * FROM places ORDER BY place"_s, u"SELECT * FROM nodes ORDER BY node"_s,
        u"SELECT * FROM conflicts ORDER BY conflict"_s,
        u"SELECT * FROM days ORDER BY day"_s, u"SELECT * FROM ticket_closings ORDER BY ticket"_s, u"SELECT * FROM alarms ORDER BY alarm"_s,
        u"SELECT * FROM alarm_answers ORDER BY alarm, account"_s};
    QStringList rows;
    for (const QString& sql : tables) {
        auto select = views.database().prepare(sql);
        if (!select)
            qFatal("%s", qPrintable(select.error().code));
        for (;;) {
            const Result<bool> more = select->step();
            if (!more)
                qFatal("%s", qPrintable(more.error().code));
            if (!*more)
                break;
            QByteArray row;
            for (int column = 0; column < select->columns(); ++column)
                row += select->blob(column).toByteArray().toHex() + '|';
            rows << sql.section(u" FROM "_s, 1) + u": "_s + QString::fromLatin1(row);
        }
    }
    return rows;
}

} // namespace onedoor
