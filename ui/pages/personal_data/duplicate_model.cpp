// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/personal_data/duplicate_model.h"

#include "core/base/mask.h"
#include "ui/models/day_text.h"
#include "ui/models/similar_words.h"

namespace onedoor {

namespace {

QString factsOf(QDate birth, const QString& phone, const QString& documentTail)
{
    QStringList facts;
    if (birth.isValid())
        facts << dayText(birth);
    if (!phone.isEmpty())
        facts << phone;
    if (!documentTail.isEmpty())
        facts << QChar(u'…') + documentTail;
    return facts.join(QStringLiteral("  ·  "));
}

} // namespace

DuplicateModel::DuplicateModel(int offsetMinutes, QObject* parent) : QAbstractTableModel(parent), m_offsetMinutes(offsetMinutes)
{
}

void DuplicateModel::setRows(std::vector<MergedRow> merged, std::vector<SimilarPerson> likely)
{
    beginResetModel();
    m_merged = std::move(merged);
    m_likely = std::move(likely);
    endResetModel();
}

const MergedRow* DuplicateModel::mergedAt(int row) const
{
    return row >= 0 && row < int(m_merged.size()) ? &m_merged[std::size_t(row)] : nullptr;
}

const SimilarPerson* DuplicateModel::likelyAt(int row) const
{
    const int at = row - int(m_merged.size());
    return at >= 0 && at < int(m_likely.size()) ? &m_likely[std::size_t(at)] : nullptr;
}

BadgeValue DuplicateModel::state(int row) const
{
    if (mergedAt(row))
        return {Icons::Link, tr("Merged"), Tone::Success};
    const SimilarPerson* likely = likelyAt(row);
    if (!likely)
        return {};
    return likely->certain ? BadgeValue{Icons::Warning, tr("Very likely, %1 of 100").arg(likely->score), Tone::Warning}
                           : BadgeValue{Icons::Info, tr("Perhaps, %1 of 100").arg(likely->score), Tone::Info};
}

int DuplicateModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_merged.size() + m_likely.size());
}

int DuplicateModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString DuplicateModel::mergedText(const MergedRow& row, int column) const
{
    switch (column) {
    case Name: return row.known.name;
    case Facts: return factsOf(row.known.birth, maskPhone(row.known.phone), row.known.documentNumber.right(4));
    case Why: return tr("%1, %2: %3", "when, who, reason").arg(momentText(row.mergedAt, m_offsetMinutes), row.mergedBy, row.reason.simplified());
    default: return {};
    }
}

QString DuplicateModel::likelyText(const SimilarPerson& row, int column)
{
    switch (column) {
    case Name: return row.person.name;
    case Facts: return factsOf(row.person.birth, row.person.phone, row.person.documentTail);
    case Why: return similarwords::why(row.reasons);
    default: return {};
    }
}

QVariant DuplicateModel::data(const QModelIndex& index, int role) const
{
    const MergedRow* merged = index.isValid() ? mergedAt(index.row()) : nullptr;
    const SimilarPerson* likely = index.isValid() ? likelyAt(index.row()) : nullptr;
    if (!merged && !likely)
        return {};
    if (role == keyRole)
        return (merged ? merged->person : likely->person.person).toString();
    if (role != Qt::DisplayRole && !(role == Qt::ToolTipRole && index.column() == Why))
        return {};
    if (index.column() == State)
        return state(index.row()).word;
    return merged ? mergedText(*merged, index.column()) : likelyText(*likely, index.column());
}

QVariant DuplicateModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("Name");
    case Facts: return tr("Birth, telephone, document");
    case Why: return tr("Why");
    case State: return tr("State");
    default: return {};
    }
}

} // namespace onedoor

#include "moc_duplicate_model.cpp"
