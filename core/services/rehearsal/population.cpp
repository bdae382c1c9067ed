// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/rehearsal/population.h"

#include "core/base/identity.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

/// A static library's resources are left out unless somebody asks for them; the macro wants the global namespace.
static void embedPopulation()
{
    Q_INIT_RESOURCE(rehearsal);
}

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

QStringList listOf(const QJsonValue& value)
{
    QStringList list;
    for (const QJsonValue& each : value.toArray())
        list << each.toString();
    return list;
}

const QString& pick(Random& random, const QStringList& list)
{
    return list.at(qsizetype(random.below(std::uint64_t(list.size()))));
}

QString residentNumber(Random& random, QDate birth, bool male)
{
    const std::uint64_t serial = random.below(499) * 2 + (male ? 1 : 0);
    QString digits = u"420199"_s;
    digits += birth.toString(u"yyyyMMdd"_s);
    digits += QString::number(serial).rightJustified(3, u'0');
    return digits + residentCheckCharacter(digits).value_or(u'0');
}

} // namespace

Result<Population> Population::load()
{
    embedPopulation();
    QFile file(u":/onedoor/rehearsal/population.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Corrupt, u"rehearsal.population"_s);
    const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
    Population population;
    population.m_surnames = listOf(root.value(u"surnames"));
    population.m_givenMale = listOf(root.value(u"givenMale"));
    population.m_givenFemale = listOf(root.value(u"givenFemale"));
    population.m_streets = listOf(root.value(u"streets"));
    population.m_workUnits = listOf(root.value(u"workUnits"));
    const QJsonObject matters = root.value(u"matters").toObject();
    for (auto each = matters.begin(); each != matters.end(); ++each)
        population.m_matters.insert(each.key(), listOf(each.value()));
    const bool whole = !population.m_surnames.isEmpty() && !population.m_givenMale.isEmpty() && !population.m_givenFemale.isEmpty()
        && !population.m_streets.isEmpty() && !population.m_workUnits.isEmpty() && !population.m_matters.value(u"default"_s).isEmpty();
    if (!whole)
        return fail(ErrorKind::Corrupt, u"rehearsal.population"_s);
    return population;
}

PersonInput Population::person(Random& random, QDate today) const
{
    const bool male = random.below(2) == 0;
    const QDate birth = today.addDays(-qint64(18 * 366 + random.below(60 * 365)));
    PersonInput person;
    person.name = pick(random, m_surnames) + pick(random, male ? m_givenMale : m_givenFemale);
    person.sex = male ? Sex::Male : Sex::Female;
    person.birth = birth;
    person.phone = u"13"_s + QString::number(800'000'000 + random.below(100'000'000));
    person.address = pick(random, m_streets) + QString::number(1 + random.below(300)) + QChar(0x53f7);
    person.workUnit = pick(random, m_workUnits);
    constexpr std::uint64_t withoutDocumentPercent = 8;
    if (random.below(100) < withoutDocumentPercent) {
        person.documentKind = DocumentKind::None;
    } else {
        person.documentKind = DocumentKind::ResidentId;
        person.documentNumber = residentNumber(random, birth, male);
    }
    return person;
}

QString Population::matter(Random& random, const QString& service) const
{
    const auto own = m_matters.constFind(service);
    return pick(random, own != m_matters.constEnd() ? *own : *m_matters.constFind(u"default"_s));
}

} // namespace onedoor
