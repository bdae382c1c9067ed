// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reception/draft_bytes.h"

#include "core/base/json_fields.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

QJsonValue valueOf(const QString& text) { return text; }
QJsonValue valueOf(bool flag) { return flag; }
QJsonValue valueOf(int number) { return number; }
QJsonValue valueOf(const QStringList& texts) { return QJsonArray::fromStringList(texts); }
template <Worded Enum>
QJsonValue valueOf(Enum word)
{
    return QLatin1StringView(wordOf(word));
}

void take(const QJsonValue& value, QString& text) { text = value.toString(text); }
void take(const QJsonValue& value, bool& flag) { flag = value.toBool(flag); }
void take(const QJsonValue& value, int& number) { number = value.toInt(number); }
void take(const QJsonValue& value, QStringList& texts)
{
    texts.clear();
    for (const auto& each : value.toArray())
        texts.append(each.toString());
}
template <Worded Enum>
void take(const QJsonValue& value, Enum& word)
{
    word = fromWord<Enum>(value.toString().toStdString()).value_or(word);
}

template <typename Entry>
QJsonObject objectOf(const Entry& entry)
{
    QJsonObject object;
    Entry::eachField([&](const char* name, auto member) { object.insert(QLatin1StringView(name), valueOf(entry.*member)); });
    return object;
}

template <typename Entry>
Entry entryIn(const QJsonObject& object)
{
    Entry entry;
    Entry::eachField([&](const char* name, auto member) { take(object.value(QLatin1StringView(name)), entry.*member); });
    return entry;
}

QJsonObject objectOf(const VisitDraft& draft)
{
    QJsonObject object{{u"person"_s, objectOf(draft.person)}, {u"matter"_s, objectOf(draft.matter)}, {u"begunAt"_s, qint64(draft.begunAt.milliseconds)}};
    if (draft.returning)
        object.insert(u"returning"_s, QJsonObject{{u"id"_s, draft.returning->person.toString()}, {u"known"_s, toJson(draft.returning->known, 0)}});
    return object;
}

std::optional<KeptDraft> draftIn(const QJsonObject& object)
{
    KeptDraft kept;
    kept.draft.person = entryIn<PersonEntry>(object.value(u"person"_s).toObject());
    kept.draft.matter = entryIn<MatterEntry>(object.value(u"matter"_s).toObject());
    kept.draft.begunAt = Instant{object.value(u"begunAt"_s).toInteger()};
    const QJsonObject returning = object.value(u"returning"_s).toObject();
    if (returning.isEmpty())
        return kept;
    const std::optional<RawId> person = RawId::fromString(returning.value(u"id"_s).toString());
    Result<PersonInput> known = fromJson<PersonInput>(returning.value(u"known"_s).toObject());
    if (!person || !known)
        return std::nullopt;
    kept.person = PersonId(*person);
    kept.known = std::move(*known);
    return kept;
}

} // namespace

QByteArray bytesOf(const std::vector<VisitDraft>& drafts)
{
    if (drafts.empty())
        return {};
    QJsonArray all;
    for (const VisitDraft& draft : drafts)
        all.append(objectOf(draft));
    return QJsonDocument(QJsonObject{{u"version"_s, 1}, {u"drafts"_s, all}}).toJson(QJsonDocument::Compact);
}

std::vector<KeptDraft> draftsIn(const QByteArray& bytes)
{
    std::vector<KeptDraft> drafts;
    const QJsonArray all = QJsonDocument::fromJson(bytes).object().value(u"drafts"_s).toArray();
    for (const QJsonValue& each : all) {
        if (std::optional<KeptDraft> draft = draftIn(each.toObject()))
            drafts.push_back(std::move(*draft));
    }
    return drafts;
}

} // namespace onedoor
