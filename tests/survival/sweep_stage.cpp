// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/api/counter.h"
#include "core/services/error_text.h"
#include "core/store/verification.h"
#include "core/store/store_creation.h"
#include "tests/support/fixed_sealer.h"
#include "tests/support/foreign_pc.h"
#include "tests/support/store_surgery.h"
#include "tests/survival/sweep_scripts.h"

namespace onedoor::sweep {

using namespace Qt::StringLiterals;

Bases::Bases() : m_founder(std::make_unique<hall::Pc>()), m_definition(hall::definition())
{
    hall::Pc& pc = *m_founder;
    pc.found();
    pc.network.reset();
    m_key = std::make_unique<MasterKey>(pc.key->key().copy());
    pc.visit(u"张伟"_s);
    pc.close();
    surgery::settle(pc.paths(), key());
    surgery::copyFolder(pc.paths().folder, earlier());
    pc.open();
    for (const QString& name : {u"刘洋"_s, u"陈静"_s, u"孙丽"_s})
        m_waiting << pc.visit(name).ticket.toString();
    m_toErase = hall::wait(pc.gateway->send(pc.session("wang.fang"), PersonRegister{PersonInput{.name = u"周强"_s, .documentKind = DocumentKind::None}})).person;
    enrolOffice(*pc.gateway);
    const BackupAccess access{key(), sqlite::preferredCipher(), pc.random};
    if (const auto made = backUpStore(pc.paths(), backup(), access, hall::software, pc.clock.now()); !made)
        qFatal("%s", qPrintable(made.error().code));
    pc.close();
    surgery::settle(pc.paths(), key());
    surgery::copyFolder(pc.paths().folder, store());
}

void Bases::enrolOffice(LocalGateway& gateway)
{
    FixedSealer sealer;
    CentreId centre;
    gateway.onWriter([&](CommandRunner& runner) { centre = runner.store().identity.centre; });
    ForeignPc office(centre, "office", Instant::fromIso(u"2026-03-02T09:00:00+08:00"_s), sealer);
    const Draft enrolment = office.enrolment({QString::fromLatin1(hallCompartment), QString::fromLatin1(restrictedCompartment)});
    const auto& enrolled = std::get<NodeEnrolled>(enrolment.event);
    QFuture<Result<Session>> admin = gateway.sessionOf(u"admin"_s);
    hall::wait(gateway.send(hall::wait(admin), NodeEnrol{office.node(), enrolled.name, enrolled.publicKey, {}}));
    for (int at = 1; at <= 40; ++at) {
        TicketIssued issued;
        issued.number = u"K%1"_s.arg(at, 3, 10, QChar(u'0'));
        issued.series = u"legal"_s;
        issued.day = QDate(2026, 3, 2);
        issued.service = u"legalAdvice"_s;
        issued.arrivedAt = Instant::fromIso(u"2026-03-02T09:00:00+08:00"_s);
        office.write(RawId::named(QByteArray("office ticket " + QByteArray::number(at))), issued);
    }
    m_office = office.node();
    m_officeStream = office.stream();
    const sync::Batch batch = office.batch();
    for (const sync::Item& item : batch.parts.front().items)
        m_officeEvents.push_back(item.envelope);
}

Result<std::unique_ptr<LocalGateway>> Stage::open()
{
    return LocalGateway::open({paths(), MasterKey(key().key().copy()), sqlite::preferredCipher(), u"sweep"_s, hall::software, m_clock, m_random, true});
}

StoreAccess Stage::access()
{
    StoreAccess access{.paths = paths(), .key = key(), .cipher = sqlite::preferredCipher(), .nodeName = u"sweep"_s, .software = hall::software, .keyProven = true};
    if (m_isCareless)
        access.reachDisk = [](JournalStore&) { return Result<void>(); };
    return access;
}

void Stage::acknowledge(const QString& name, std::function<bool(Stage&, LocalGateway*)> stillHolds)
{
    m_acknowledged.push_back({name, std::move(stillHolds)});
    if (m_tell)
        m_tell(int(m_acknowledged.size()));
}

void Stage::takeOver(const Stage& other)
{
    m_acknowledged = other.m_acknowledged;
    keepFoundedKey(MasterKey(other.key().key().copy()));
}

QStringList Stage::lost(std::size_t count, LocalGateway* gateway)
{
    QStringList names;
    for (std::size_t at = 0; at < std::min(count, m_acknowledged.size()); ++at) {
        if (!m_acknowledged[at].stillHolds(*this, gateway))
            names << u"lost: "_s + m_acknowledged[at].name;
    }
    return names;
}

QStringList judgeRefusals(const Stage& stage)
{
    static const QStringList clear = codesWithErrorText();
    QStringList faults;
    for (const Error& error : stage.refusals()) {
        if (error.kind == ErrorKind::Internal || !clear.contains(error.code))
            faults << u"unclear error %1 (%2)"_s.arg(error.code, error.facts.value(u"reason"_s).toString());
    }
    return faults;
}

namespace {

/// One more visitor, who gets a number of their own.
QStringList workOn(LocalGateway& gateway)
{
    Result<Session> desk = hall::outcome(gateway.sessionOf(u"wang.fang"_s));
    if (!desk)
        return {u"nobody can sign in: "_s + desk.error().code};
    VisitRegister command;
    command.newPerson = PersonInput{.name = u"吴芳"_s, .documentKind = DocumentKind::None};
    command.service = u"legalAdvice"_s;
    command.summary = u"咨询"_s;
    const auto visit = hall::outcome(gateway.send(*desk, command));
    if (!visit)
        return {u"no work is possible: "_s + visit.error().code};
    const auto shown = hall::outcome(gateway.ask(*desk, TicketShow{visit->ticket.toString()}));
    return shown ? QStringList() : QStringList{u"the views do not follow: "_s + shown.error().code};
}

QStringList verify(Stage& stage)
{
    const auto report = verifyStore(stage.paths(), stage.key(), sqlite::preferredCipher(), stage.random());
    if (!report)
        return {u"can't be verified: "_s + report.error().code};
    if (!report->isSound())
        return {u"unsound: "_s + QString::fromLatin1(wordOf(report->findings.front().problem))};
    return {};
}

} // namespace

QStringList judge(const Script& script, Stage& stage, std::size_t acknowledged)
{
    QStringList faults;
    // The gateway is closed, and its process would be gone by now: a lock that could not be taken away is nobody's.
    QFile::remove(stage.paths().lock());
    if (script.recover != nullptr)
        faults += script.recover(stage, acknowledged != 0);
    {
        const auto gateway = stage.open();
        if (!gateway)
            return faults << u"does not open again: %1 (%2)"_s.arg(gateway.error().code, gateway.error().facts.value(u"reason"_s).toString());
        faults += stage.lost(acknowledged, gateway->get());
        if (script.worksAlone)
            faults += workOn(**gateway);
    }
    return faults + verify(stage);
}

} // namespace onedoor::sweep
