// SPDX-License-Identifier: GPL-3.0-or-later
// Days off and make-up workdays (调休上班) as the State Council's yearly notices name them; resources/calendars, one file a notice. The
// data is keyed by the notice's year, so that a day is looked for in all of them. A year without a notice has plain weeks. Loaded once;
// constant afterwards, any thread.
#pragma once

#include <QDate>
#include <QSet>

namespace onedoor {

class PublicCalendar {
public:
    PublicCalendar() = default;
    PublicCalendar(QSet<QDate> daysOff, QSet<QDate> makeUpWorkdays) : m_daysOff(std::move(daysOff)), m_makeUp(std::move(makeUpWorkdays)) {}
    /// The one that the program was shipped with.
    static const PublicCalendar& shipped();

    bool isDayOff(QDate day) const { return m_daysOff.contains(day); }
    bool isMakeUpWorkday(QDate day) const { return m_makeUp.contains(day); }

private:
    QSet<QDate> m_daysOff;
    QSet<QDate> m_makeUp;
};

} // namespace onedoor
