// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/error_text.h"

#include "core/base/clock.h"
#include "core/services/errors/error_sentences.h"
#include "core/services/local_words.h"

#include <QCoreApplication>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace onedoor {

namespace {

using errorsentences::Sentence;

struct FactWord {
    QLatin1StringView word;
    const char* source;
};

/// Words that facts carry and people should not have to read as code.
constexpr FactWord factWords[] = {
    {"waiting"_L1, QT_TRANSLATE_NOOP("ErrorText", "waiting")},
    {"called"_L1, QT_TRANSLATE_NOOP("ErrorText", "called")},
    {"serving"_L1, QT_TRANSLATE_NOOP("ErrorText", "being served")},
    {"held"_L1, QT_TRANSLATE_NOOP("ErrorText", "on hold")},
    {"missed"_L1, QT_TRANSLATE_NOOP("ErrorText", "missed")},
    {"finished"_L1, QT_TRANSLATE_NOOP("ErrorText", "finished")},
    {"withdrawn"_L1, QT_TRANSLATE_NOOP("ErrorText", "left")},
    {"text"_L1, QT_TRANSLATE_NOOP("ErrorText", "text")},
    {"integer"_L1, QT_TRANSLATE_NOOP("ErrorText", "a whole number")},
    {"number"_L1, QT_TRANSLATE_NOOP("ErrorText", "a number")},
    {"decimal"_L1, QT_TRANSLATE_NOOP("ErrorText", "a decimal number")},
    {"boolean"_L1, QT_TRANSLATE_NOOP("ErrorText", "true or false")},
    {"list"_L1, QT_TRANSLATE_NOOP("ErrorText", "a list")},
    {"object"_L1, QT_TRANSLATE_NOOP("ErrorText", "an object")},
    {"nothing"_L1, QT_TRANSLATE_NOOP("ErrorText", "nothing")},
};

constexpr qsizetype longestList = 12;

std::array<std::span<const Sentence>, 11> allSentences()
{
    return {errorsentences::appointmentSentences(), errorsentences::centreSentences(), errorsentences::daySentences(), errorsentences::deskSentences(), errorsentences::hallSentences(), errorsentences::inputSentences(),
            errorsentences::kioskSentences(), errorsentences::networkSentences(), errorsentences::storeSentences(), errorsentences::templateSentences(),
            errorsentences::kindSentences()};
}

QString translated(const char* source)
{
    return QCoreApplication::translate("ErrorText", source);
}

QString wordText(const QString& word)
{
    for (const FactWord& each : factWords) {
        if (word == each.word)
            return translated(each.source);
    }
    return word;
}

QString factText(const QString& name, const QVariantMap& facts, const CentreDefinition& centre);

/// Several keys of one kind: "Window 1, Window 2".
QString namesOf(const QString& kind, const QStringList& keys, const CentreDefinition& centre)
{
    QStringList names;
    for (const QString& key : keys.first(std::min(keys.size(), longestList)))
        names.append(factText(kind, {{kind, key}}, centre));
    const QString separator = QLocale().language() == QLocale::Chinese ? QString(QChar(0x3001)) : u", "_s;
    return keys.size() > longestList ? QString(names.join(separator) + u" …"_s) : names.join(separator);
}

/// What stands in the sentence for a fact; empty when it is not known, which rules the sentence out.
QString factText(const QString& name, const QVariantMap& facts, const CentreDefinition& centre)
{
    const QVariant fact = facts.value(name);
    if (name == u"place" || name == u"toPlace") {
        const Place* place = centre.findPlace(fact.toString());
        return place ? byLanguage(place->shortLabel, place->shortLabelEnglish) : fact.toString();
    }
    if (name == u"service") {
        const Service* service = centre.findService(fact.toString());
        return service ? byLanguage(service->name, service->nameEnglish) : fact.toString();
    }
    if (name == u"series") {
        const Series* series = centre.findSeries(fact.toString());
        return series ? byLanguage(series->name, series->nameEnglish) : fact.toString();
    }
    if (name == u"places" || name == u"services")
        return namesOf(name.chopped(1), fact.toStringList(), centre);
    if (name == u"at" || name == u"since" || name == u"opensAt")
        return fact.toLongLong() != 0 ? timeOfDayText({fact.toLongLong()}, centre.offsetMinutes) : QString();
    if (name == u"next")
        return fact.toLongLong() != 0 ? dayAndTimeText({fact.toLongLong()}, centre.offsetMinutes) : QString();
    if (name == u"status" || name == u"expected" || name == u"found")
        return wordText(fact.toString());
    if (fact.typeId() == QMetaType::QStringList) {
        const QStringList all = fact.toStringList();
        const QString shown = all.first(std::min(all.size(), longestList)).join(u", "_s);
        return all.size() > longestList ? QString(shown + u" …"_s) : shown;
    }
    return fact.toString();
}

/// The sentence with its facts put in; nothing when one of them is not known.
std::optional<QString> filled(const QString& sentence, const QVariantMap& facts, const CentreDefinition& centre)
{
    QString text;
    qsizetype from = 0;
    for (qsizetype open = sentence.indexOf(u'{'); open >= 0; open = sentence.indexOf(u'{', from)) {
        const qsizetype close = sentence.indexOf(u'}', open);
        if (close < 0)
            break;
        const QString fact = factText(sentence.sliced(open + 1, close - open - 1), facts, centre);
        if (fact.isEmpty())
            return std::nullopt;
        text += QStringView(sentence).sliced(from, open - from);
        text += fact;
        from = close + 1;
    }
    text += QStringView(sentence).sliced(from);
    return text;
}

bool applies(const Sentence& sentence, const QVariantMap& facts)
{
    const auto equals = sentence.when.find('=');
    if (equals == std::string_view::npos)
        return true;
    const auto text = [](std::string_view part) { return QString::fromLatin1(part.data(), qsizetype(part.size())); };
    return facts.value(text(sentence.when.substr(0, equals))).toString() == text(sentence.when.substr(equals + 1));
}

std::optional<QString> firstThatFits(const QByteArray& code, const QVariantMap& facts, const CentreDefinition& centre)
{
    const std::string_view wanted(code.constData(), std::size_t(code.size()));
    for (const auto& table : allSentences()) {
        for (const Sentence& each : table) {
            if (each.code != wanted || !applies(each, facts))
                continue;
            if (auto text = filled(translated(each.source), facts, centre))
                return text;
        }
    }
    return std::nullopt;
}

} // namespace

QString errorText(const Error& error, const CentreDefinition& centre)
{
    if (const auto own = firstThatFits(error.code.toUtf8(), error.facts, centre))
        return *own;
    const QByteArray kind = QByteArrayLiteral("kind.") + QByteArray(errorKindName(error.kind).data());
    return firstThatFits(kind, error.facts, centre).value_or(error.code);
}

QStringList codesWithErrorText()
{
    QStringList codes;
    for (const auto& table : allSentences()) {
        for (const Sentence& each : table)
            codes.append(QString::fromLatin1(each.code.data(), qsizetype(each.code.size())));
    }
    codes.removeDuplicates();
    return codes;
}

} // namespace onedoor
