// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/postgres/parameters.h"

namespace onedoor::postgres {

namespace {

// The object ids of these types are part of PostgreSQL's wire protocol and the same in every version (pg_type.dat).
constexpr unsigned int byteaType = 17;
constexpr unsigned int bigintType = 20;
constexpr unsigned int textType = 25;
constexpr unsigned int byteaListType = 1001;
constexpr unsigned int bigintListType = 1016;
constexpr unsigned int uuidType = 2950;
constexpr unsigned int uuidListType = 2951;

/// One dimension from 1, without nulls.
QByteArray listHead(unsigned int elementType, std::size_t count)
{
    QByteArray out;
    appendNumber(out, std::int32_t(count == 0 ? 0 : 1));
    appendNumber(out, std::int32_t(0));
    appendNumber(out, std::int32_t(elementType));
    if (count != 0) {
        appendNumber(out, std::int32_t(count));
        appendNumber(out, std::int32_t(1));
    }
    return out;
}

} // namespace

Parameters& Parameters::id(const RawId& value)
{
    m_values.push_back({uuidType, value.view().toByteArray()});
    return *this;
}

Parameters& Parameters::number(std::int64_t value)
{
    QByteArray bytes;
    appendNumber(bytes, value);
    m_values.push_back({bigintType, bytes});
    return *this;
}

Parameters& Parameters::bytes(const QByteArray& value)
{
    m_values.push_back({byteaType, value, value.isNull()});
    return *this;
}

Parameters& Parameters::text(const QString& value)
{
    QString clean = value;
    clean.remove(QChar(u'\0')); // PostgreSQL's text holds none
    m_values.push_back({textType, clean.toUtf8()});
    return *this;
}

Parameters& Parameters::ids(const std::vector<RawId>& values)
{
    QByteArray list = listHead(uuidType, values.size());
    for (const RawId& each : values) {
        appendNumber(list, std::int32_t(each.bytes.size()));
        list.append(each.view());
    }
    m_values.push_back({uuidListType, list});
    return *this;
}

Parameters& Parameters::numbers(const std::vector<std::int64_t>& values)
{
    QByteArray list = listHead(bigintType, values.size());
    for (const std::int64_t each : values) {
        appendNumber(list, std::int32_t(sizeof each));
        appendNumber(list, each);
    }
    m_values.push_back({bigintListType, list});
    return *this;
}

Parameters& Parameters::bytesList(const std::vector<QByteArray>& values)
{
    QByteArray list = listHead(byteaType, values.size());
    for (const QByteArray& each : values) {
        appendNumber(list, std::int32_t(each.size()));
        list.append(each);
    }
    m_values.push_back({byteaListType, list});
    return *this;
}

} // namespace onedoor::postgres
