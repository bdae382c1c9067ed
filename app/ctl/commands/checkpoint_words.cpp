// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands/checkpoint_words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace onedoor {

namespace {

QString text(const char* source)
{
    return QCoreApplication::translate("onedoorctl", source);
}

QString sentenceOf(const CheckpointFinding& finding)
{
    switch (finding.problem) {
    case CheckpointProblem::StreamMissing: return text(QT_TRANSLATE_NOOP("onedoorctl", "the checkpoint knows this stream; here it is missing"));
    case CheckpointProblem::Truncated:
        return text(QT_TRANSLATE_NOOP("onedoorctl", "the stream went on to here when the checkpoint was made; now it ends at %1")).arg(finding.here);
    case CheckpointProblem::EntryMissing: return text(QT_TRANSLATE_NOOP("onedoorctl", "the entry that the checkpoint saw here is missing"));
    case CheckpointProblem::Rewritten: return text(QT_TRANSLATE_NOOP("onedoorctl", "the checkpoint saw another entry here"));
    case CheckpointProblem::PutAside:
        return text(QT_TRANSLATE_NOOP("onedoorctl", "put aside since the checkpoint, beyond a cut-off or a new beginning; kept unchanged, not a fault"));
    }
    return {};
}

} // namespace

QString lineOf(const CheckpointFinding& finding)
{
    return finding.stream.toString() + u'/' + QString::number(finding.sequence) + u": "_s + sentenceOf(finding);
}

QString verdictOf(const CheckpointReport& report)
{
    constexpr int utc = 0;
    const QString signer = report.nodeRevoked ? text(QT_TRANSLATE_NOOP("onedoorctl", "%1 (shut out of the centre)")).arg(report.nodeName) : report.nodeName;
    const QString source = report.holds()
        ? text(QT_TRANSLATE_NOOP("onedoorctl", "All that the checkpoint of %2 saw at %1 is here: %3 streams."))
        : text(QT_TRANSLATE_NOOP("onedoorctl", "The journal is not what the checkpoint of %2 saw at %1: see the lines above, of %3 streams."));
    return source.arg(report.madeAt.toIso(utc), signer, QString::number(report.streams));
}

} // namespace onedoor
