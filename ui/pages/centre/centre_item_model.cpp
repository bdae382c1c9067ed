// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/centre/centre_item_model.h"

#include "core/base/pinyin.h"
#include "core/base/text.h"
#include "core/domain/centre/centre_change.h"
#include "ui/models/centre_texts.h"
#include "ui/models/local_name.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

namespace onedoor {

using namespace Qt::StringLiterals;

CentreItemModel::CentreItemModel(const CentreDefinition& centre, QObject* parent) : QAbstractTableModel(parent), m_centre(centre)
{
}

void CentreItemModel::setSection(const QString& section)
{
    m_section = section;
    m_searched.clear();
    m_columns = fieldPlan(section);
    if (isList()) {
        erase_if(m_columns, [](const PlannedField& field) { return !field.inTable; });
        nameInOwnLanguage();
    }
    reload();
}

/// The table names things as the rest of the program does; the form asks for both languages.
void CentreItemModel::nameInOwnLanguage()
{
    if (languageIsChinese())
        return;
    erase_if(m_columns, [](const PlannedField& field) { return field.member == u"nameEnglish"; });
    for (PlannedField& field : m_columns) {
        if (field.member == u"name" || field.member == u"shortLabel")
            field.member += u"English"_s;
    }
}

bool CentreItemModel::isList() const
{
    return isCentreList(m_section);
}

void CentreItemModel::search(const QString& text)
{
    m_searched = text;
    reload();
}

void CentreItemModel::reload()
{
    beginResetModel();
    m_items.clear();
    m_shown.clear();
    if (isList()) {
        for (const QString& key : keys()) {
            m_items.append(item(key));
            if (matches(m_items.last()))
                m_shown.append(m_items.size() - 1);
        }
    } else {
        m_items.append(item({}));
        for (qsizetype at = 0; at < m_columns.size(); ++at)
            m_shown.append(at);
    }
    endResetModel();
}

QStringList CentreItemModel::keys() const
{
    QStringList keys;
    const QJsonArray order = QJsonDocument::fromJson(centreItem(m_centre, m_section, {}).toUtf8()).array();
    for (const auto& key : order)
        keys.append(key.toString());
    return keys;
}

QJsonObject CentreItemModel::item(const QString& key) const
{
    return flattened(m_section, QJsonDocument::fromJson(centreItem(m_centre, m_section, key).toUtf8()).object());
}

QJsonObject CentreItemModel::flattened(const QString& section, QJsonObject item)
{
    if (section != u"openingHours")
        return item;
    for (const QString& weekday : centretexts::weekdayWords())
        item.insert(weekday, QJsonArray());
    const QJsonArray days = item.take(u"weekdays"_s).toArray();
    for (const auto& each : days)
        item.insert(each.toObject().value(u"weekday"_s).toString(), each.toObject().value(u"spans"_s));
    return item;
}

bool CentreItemModel::matches(const QJsonObject& item) const
{
    const QString folded = foldForSearch(m_searched);
    if (folded.isEmpty())
        return true;
    const QString pinyin = foldPinyinQuery(m_searched);
    const auto readsLike = [&](const NameReading& reading) { return reading.full.contains(pinyin) || reading.initials.contains(pinyin); };
    const std::vector<NameReading> read = pinyin.isEmpty() ? std::vector<NameReading>() : readings(item.value(u"name"_s).toString());
    if (std::any_of(read.begin(), read.end(), readsLike))
        return true;
    return foldForSearch(item.value(u"nameEnglish"_s).toString()).contains(folded)
        || std::any_of(m_columns.begin(), m_columns.end(), [&](const PlannedField& field) { return foldForSearch(text(item, field.member)).contains(folded); });
}

QString CentreItemModel::keyAt(int row) const
{
    return isList() && row >= 0 && row < rowCount() ? m_items[m_shown[row]].value(u"key"_s).toString() : QString();
}

int CentreItemModel::rowOf(const QString& key) const
{
    for (int row = 0; row < rowCount(); ++row)
        if (keyAt(row) == key)
            return row;
    return -1;
}

int CentreItemModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int CentreItemModel::columnCount(const QModelIndex& parent) const
{
    constexpr int settingAndValue = 2;
    return parent.isValid() ? 0 : isList() ? int(m_columns.size()) : settingAndValue;
}

QString CentreItemModel::text(const QJsonObject& item, const QString& member) const
{
    if (m_section == u"openingHours" && centretexts::weekdayWords().contains(member)) {
        const QString hours = centretexts::hours(item.value(member).toArray());
        return hours.isEmpty() ? tr("closed") : hours;
    }
    return centretexts::value(m_section, member, item.value(member), m_centre);
}

QVariant CentreItemModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == keyRole)
        return isList() ? keyAt(index.row()) : m_columns[m_shown[index.row()]].member;
    if (role != Qt::DisplayRole)
        return {};
    if (isList())
        return text(m_items[m_shown[index.row()]], m_columns[index.column()].member);
    const QString member = m_columns[m_shown[index.row()]].member;
    return index.column() == 0 ? centretexts::member(m_section, member) : text(m_items.first(), member);
}

QVariant CentreItemModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section >= columnCount())
        return QAbstractTableModel::headerData(section, orientation, role);
    if (isList())
        return centretexts::member(m_section, m_columns[section].member);
    return section == 0 ? tr("Setting") : tr("Value");
}

} // namespace onedoor

#include "moc_centre_item_model.cpp"
