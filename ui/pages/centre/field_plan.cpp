// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/centre/field_plan.h"

#include "ui/models/centre_texts.h"

#include <QHash>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr bool shown = true;
constexpr bool optional = true;

QList<PlannedField> openingHours()
{
    QList<PlannedField> fields;
    for (const QString& weekday : centretexts::weekdayWords())
        fields.append({weekday, Input::Hours, shown, optional});
    fields.append({u"makeUpWorkday"_s, Input::Spans, shown, optional});
    fields.append({u"closedOnPublicHolidays"_s, Input::Flag, shown});
    fields.append({u"closedDays"_s, Input::Days, shown, optional});
    return fields;
}

QList<PlannedField> endOfDay()
{
    QList<PlannedField> fields;
    for (const QString& status : {u"waiting"_s, u"called"_s, u"serving"_s, u"held"_s, u"missed"_s})
        fields.append({status, Input::Choice, shown});
    fields.append({u"forgottenAfterDays"_s, Input::Number, shown});
    fields.append({u"forgottenServingIsServed"_s, Input::Flag, shown});
    for (const QString& figure : {u"crowdedPerPlace"_s, u"veryCrowdedPerPlace"_s, u"calledMinutes"_s, u"longServiceMinutes"_s, u"veryLongServiceMinutes"_s,
                                  u"lateHoldMinutes"_s, u"veryLateHoldMinutes"_s})
        fields.append({figure, Input::Number, shown});
    return fields;
}

QHash<QString, QList<PlannedField>> plans()
{
    const PlannedField name{u"name"_s, Input::Text, shown};
    const PlannedField english{u"nameEnglish"_s, Input::Text, shown};
    const PlannedField plainEnglish{u"nameEnglish"_s};
    return {
        {u"places"_s,
         {name, plainEnglish, {u"shortLabel"_s, Input::Text, shown}, {u"shortLabelEnglish"_s}, {u"kind"_s, Input::Choice, shown}, {u"zone"_s, Input::Choice, shown},
          {u"unit"_s, Input::Choice}, {u"services"_s, Input::Choices, shown}, {u"repeatCallLimit"_s, Input::Number}}},
        {u"services"_s,
         {name, plainEnglish, {u"description"_s}, {u"descriptionEnglish"_s}, {u"unit"_s, Input::Choice, shown}, {u"series"_s, Input::Choice, shown},
          {u"usualMinutes"_s, Input::Number, shown}, {u"keywords"_s, Input::Words}, {u"flags"_s, Input::Choices, false, optional}}},
        {u"series"_s,
         {name, plainEnglish, {u"prefix"_s, Input::Text, shown}, {u"firstNumber"_s, Input::Number, shown}, {u"lastNumber"_s, Input::Number, shown},
          {u"digits"_s, Input::Number}, {u"restartsDaily"_s, Input::Flag, shown}, {u"blockSize"_s, Input::Number}}},
        {u"zones"_s, {name, english}},
        {u"units"_s, {name, english, {u"kind"_s, Input::Choice, shown}, {u"presence"_s, Input::Choice, shown}}},
        {u"priorities"_s, {name, english, {u"weight"_s, Input::Number, shown}}},
        {u"outcomes"_s, {name, english, {u"served"_s, Input::Flag, shown}, {u"opensMatter"_s, Input::Flag, shown}}},
        {u"holdReasons"_s, {name, english, {u"kind"_s, Input::Choice, shown}, {u"remindAfterMinutes"_s, Input::Number, shown}}},
        {u"triage"_s,
         {name, plainEnglish, {u"words"_s, Input::Words, shown}, {u"with"_s, Input::Words, false, optional}, {u"weight"_s, Input::Number, shown},
          {u"stops"_s, Input::Stops, shown}}},
        {u"roles"_s, {name, english}},
        {u"about"_s, {name, english, {u"floorAreaSquareMetres"_s, Input::Number, shown}}},
        {u"openingHours"_s, openingHours()},
        {u"ticket"_s, {{u"header"_s, Input::Text, shown}, {u"headerEnglish"_s, Input::Text, shown}, {u"footer"_s, Input::Text, shown}, {u"footerEnglish"_s, Input::Text, shown}}},
        {u"display"_s, {{u"secondsPerCall"_s, Input::Number, shown}, {u"recentCalls"_s, Input::Number, shown}, {u"rowsMaximum"_s, Input::Number, shown},
                         {u"spokenCall"_s, Input::Text, false, optional}}},
        {u"queue"_s, {{u"missedCallPauseMinutes"_s, Input::Number, shown}, {u"undoMinutes"_s, Input::Number, shown}}},
        {u"appointments"_s,
         {{u"earlyMinutes"_s, Input::Number, shown}, {u"lateMinutes"_s, Input::Number, shown}, {u"headStartMinutes"_s, Input::Number, shown},
          {u"lengthMinutes"_s, Input::Number, shown}, {u"capacity"_s, Input::Number, shown}, {u"stepMinutes"_s, Input::Number},
          {u"daysAhead"_s, Input::Number, shown}}},
        {u"day"_s, endOfDay()},
    };
}

} // namespace

QList<PlannedField> fieldPlan(const QString& section)
{
    static const QHash<QString, QList<PlannedField>> all = plans();
    return all.value(section);
}

} // namespace onedoor
