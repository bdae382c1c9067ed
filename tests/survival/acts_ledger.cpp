// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/survival/acts_ledger.h"

#include "core/journal/envelope.h"

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

QByteArray typeOf(const QByteArray& word)
{
    static const QHash<QByteArray, QByteArray> types{{"called", TicketCalled::type}, {"begun", TicketBegun::type}, {"finished", TicketFinished::type}};
    return types.value(word);
}

} // namespace

void ActsLedger::clear()
{
    *this = ActsLedger();
}

void ActsLedger::learn(const QByteArrayList& lines)
{
    for (const QByteArray& line : lines) {
        const QByteArrayList words = line.split(' ');
        if (words[0] == "issued" && words.size() == 4) {
            const QString number = QString::fromLatin1(words[2] + ' ' + words[3]);
            if (m_given.contains(number))
                m_faults << u"acknowledged twice: "_s + number;
            m_given.insert(number);
            m_numbers.insert(QString::fromLatin1(words[1]), number);
        } else if (const QByteArray type = typeOf(words[0]); !type.isEmpty() && words.size() == 2) {
            ++m_done[{QString::fromLatin1(words[1]), type}];
        } else {
            continue;
        }
        ++m_acts;
    }
}

void ActsLedger::holdAgainst(JournalStore& journal, const QString& whose)
{
    QHash<QString, QString> numbers;
    QHash<QString, QString> givenTo;
    std::map<std::pair<QString, QByteArray>, int> done;
    const Result<void> read = journal.eachAfter(0, [&](const JournalRow& row) -> Result<void> {
        ONEDOOR_ASSIGN(const Envelope envelope, decodeEnvelope(row.envelope));
        const QString record = envelope.record.toString();
        if (envelope.type != TicketIssued::type) {
            ++done[std::pair(record, QByteArray(envelope.type.constData(), envelope.type.size()))]; // the type points into the row
            return {};
        }
        const ReadEvent event = readEvent(envelope, nullptr);
        const auto& issued = std::get<TicketIssued>(event.event);
        const QString number = issued.day.toString(Qt::ISODate) + u' ' + issued.number;
        if (givenTo.contains(number))
            m_faults << u"%1 holds %2 twice"_s.arg(whose, number);
        givenTo.insert(number, record);
        numbers.insert(record, number);
        return {};
    });
    if (!read)
        m_faults << whose + u" can't be read: "_s + read.error().code;
    for (auto ticket = m_numbers.cbegin(); ticket != m_numbers.cend(); ++ticket) {
        if (numbers.value(ticket.key()) != ticket.value())
            m_faults << u"%1 lost %2"_s.arg(whose, ticket.value());
    }
    for (const auto& [act, times] : m_done) {
        const auto found = done.find(act);
        if (found == done.end() || found->second < times)
            m_faults << u"%1 lost %2 of %3"_s.arg(whose, QString::fromLatin1(act.second), numbers.value(act.first));
    }
}

} // namespace onedoor
