// SPDX-License-Identifier: GPL-3.0-or-later
// onedoorctl verify: proves the chain of a store, beside the running program if need be, and names what was changed. With --checkpoint
// also that all is there which an earlier checkpoint saw.
#include "app/ctl/commands/checkpoint_words.h"
#include "app/ctl/commands/store_work.h"
#include "core/base/json_fields.h"
#include "core/store/verification.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace onedoor {

namespace options = boost::program_options;

namespace {

QString sentenceOf(VerificationProblem problem)
{
    const auto text = [](const char* source) { return QCoreApplication::translate("onedoorctl", source); };
    switch (problem) {
    case VerificationProblem::PageDamaged: return text(QT_TRANSLATE_NOOP("onedoorctl", "a page of the file is damaged"));
    case VerificationProblem::RowUnreadable: return text(QT_TRANSLATE_NOOP("onedoorctl", "the entry can't be read"));
    case VerificationProblem::EnvelopeChanged: return text(QT_TRANSLATE_NOOP("onedoorctl", "the entry was changed"));
    case VerificationProblem::HashChanged: return text(QT_TRANSLATE_NOOP("onedoorctl", "the hash beside the entry was changed"));
    case VerificationProblem::ColumnChanged: return text(QT_TRANSLATE_NOOP("onedoorctl", "a column beside the entry was changed"));
    case VerificationProblem::Malformed: return text(QT_TRANSLATE_NOOP("onedoorctl", "the entry is not in the journal's format"));
    case VerificationProblem::Gap: return text(QT_TRANSLATE_NOOP("onedoorctl", "entries before this one are missing"));
    case VerificationProblem::BrokenChain: return text(QT_TRANSLATE_NOOP("onedoorctl", "the entry does not follow the one before it"));
    case VerificationProblem::ParentMissing: return text(QT_TRANSLATE_NOOP("onedoorctl", "the entry refers to one that is missing"));
    case VerificationProblem::ParentForeign: return text(QT_TRANSLATE_NOOP("onedoorctl", "the entry refers to one of another record"));
    case VerificationProblem::OpeningWrong: return text(QT_TRANSLATE_NOOP("onedoorctl", "the journal does not begin as it must"));
    case VerificationProblem::SealDamaged: return text(QT_TRANSLATE_NOOP("onedoorctl", "personal details can't be opened with their key"));
    case VerificationProblem::TailMissing: return text(QT_TRANSLATE_NOOP("onedoorctl", "the newest entries are missing"));
    case VerificationProblem::Rewritten: return text(QT_TRANSLATE_NOOP("onedoorctl", "the entry was replaced by another one"));
    }
    return {};
}

/// "9f31…/42, byte offset 117: the entry was changed (found 5a, written 00)"
QString lineOf(const VerificationFinding& finding)
{
    QString line;
    if (finding.stream)
        line += finding.stream.toString() + u'/' + QString::number(finding.sequence);
    else if (finding.arrival > 0)
        line += QCoreApplication::translate("onedoorctl", "row %1").arg(finding.arrival);
    else
        line += u"journal.db"_s;
    if (finding.offset >= 0)
        line += u", "_s + QCoreApplication::translate("onedoorctl", "byte offset %1").arg(finding.offset);
    line += u": "_s + sentenceOf(finding.problem);
    return finding.detail.isEmpty() ? line : QString(line + u" ("_s + finding.detail + u')');
}

QJsonObject answerOf(const VerificationReport& report, const std::optional<CheckpointReport>& checkpoint)
{
    constexpr int utc = 0;
    QJsonObject answer = toJson(report, utc);
    answer.insert(u"sound"_s, report.isSound() && (!checkpoint || checkpoint->holds()));
    if (checkpoint) {
        QJsonObject held = toJson(*checkpoint, utc);
        held.insert(u"holds"_s, checkpoint->holds());
        answer.insert(u"checkpoint"_s, held);
    }
    return answer;
}

bool printLines(const VerificationReport& report, const std::optional<CheckpointReport>& checkpoint)
{
    bool printed = true;
    for (const CheckpointFinding& finding : checkpoint ? checkpoint->findings : std::vector<CheckpointFinding>())
        printed = console::print(lineOf(finding) + u'\n') && printed;
    for (const VerificationFinding& finding : report.findings)
        printed = console::print(lineOf(finding) + u'\n') && printed;
    for (const VerifiedStream& stream : report.streams)
        printed = console::print(u"%1 %2 %3\n"_s.arg(stream.stream.toString()).arg(stream.events).arg(stream.headHash)) && printed;
    return printed;
}

ExitCode printReport(const VerificationReport& report, const std::optional<CheckpointReport>& checkpoint, bool asJson)
{
    const bool printed = asJson ? console::print(QString::fromUtf8(QJsonDocument(answerOf(report, checkpoint)).toJson())) : printLines(report, checkpoint);
    if (checkpoint)
        console::say(verdictOf(*checkpoint));
    const QString verdict = report.isSound() ? QCoreApplication::translate("onedoorctl", "All %1 entries are as they were written.")
                                             : QCoreApplication::translate("onedoorctl", "%1 entries were checked, with %2 findings.");
    console::say(report.isSound() ? verdict.arg(report.events) : verdict.arg(report.events).arg(report.findingsInAll));
    if (!printed)
        return ExitCode::OutputLost;
    return report.isSound() && (!checkpoint || checkpoint->holds()) ? ExitCode::Done : ExitCode::Refused;
}

/// Form first, before anybody is asked for a password.
Result<std::optional<Checkpoint>> checkpointFrom(const options::variables_map& values)
{
    if (values.count("checkpoint") == 0)
        return std::nullopt;
    ONEDOOR_ASSIGN(Checkpoint checkpoint, readCheckpoint(textOf(values, "checkpoint")));
    return std::optional(std::move(checkpoint));
}

Result<std::optional<CheckpointReport>> compare(const UnlockedStore& store, const std::optional<Checkpoint>& checkpoint)
{
    if (!checkpoint)
        return std::nullopt;
    ONEDOOR_ASSIGN(CheckpointReport report, compareWithCheckpoint(store.paths, store.key, store.keySlots.cipher(), *checkpoint));
    return std::optional(std::move(report));
}

ExitCode verify(const UnlockedStore& store, const std::optional<Checkpoint>& checkpoint, bool asJson)
{
    const auto refuse = [&](const Error& error, ExitCode otherwise) { return console::refuse(withProvenKey(error, store), otherwise); };
    SystemRandom random;
    const Result<std::optional<CheckpointReport>> compared = compare(store, checkpoint);
    if (!compared && compared.error().code.startsWith(QLatin1String("checkpoint.")))
        return refuse(compared.error(), ExitCode::Refused);
    // What damage keeps the comparison from reading is named by the verification.
    const Result<VerificationReport> report = verifyStore(store.paths, store.key, store.keySlots.cipher(), random);
    if (!report) {
        const Error error = withProvenKey(report.error(), store);
        return console::refuse(error, error.kind == ErrorKind::Corrupt ? ExitCode::Refused : ExitCode::NoStore);
    }
    const ExitCode code = printReport(*report, compared.value_or(std::nullopt), asJson);
    return compared ? code : refuse(compared.error(), ExitCode::Refused);
}

} // namespace

ExitCode runVerify(const Arguments& arguments)
{
    options::options_description all;
    addStoreOptions(all);
    all.add_options()("json", QCoreApplication::translate("onedoorctl", "the whole report as one JSON object").toStdString().c_str());
    all.add_options()("checkpoint", options::value<std::string>(),
                      QCoreApplication::translate("onedoorctl", "file that onedoorctl checkpoint wrote: all that it saw must be here").toStdString().c_str());
    options::variables_map values;
    if (!readOptions(arguments, "verify", all, values))
        return ExitCode::Done;
    const Result<std::optional<Checkpoint>> checkpoint = checkpointFrom(values);
    if (!checkpoint)
        return console::refuse(checkpoint.error(), ExitCode::Refused);
    const Result<UnlockedStore> store = unlockStore(storeOptionsFrom(values));
    if (!store)
        return console::refuse(store.error(), ExitCode::NoStore);
    return verify(*store, *checkpoint, values.count("json") > 0);
}

} // namespace onedoor
