// SPDX-License-Identifier: GPL-3.0-or-later
// What a statement is given, in PostgreSQL's binary form: $1, $2 … in the order of the calls, each with its type. Plain value, any thread.
// A null bytea is one without bytes and isNull(); everything else is given as it is.
#pragma once

#include "core/base/id.h"

#include <QByteArray>
#include <cstdint>
#include <vector>

namespace onedoor::postgres {

class Parameters {
public:
    Parameters& id(const RawId& value); ///< uuid
    template <typename Tag>
    Parameters& id(const Id<Tag>& value)
    {
        return id(value.raw);
    }
    Parameters& number(std::int64_t value);      ///< bigint
    Parameters& bytes(const QByteArray& value);  ///< bytea
    Parameters& text(const QString& value);      ///< text
    Parameters& ids(const std::vector<RawId>& values);             ///< uuid[]
    Parameters& numbers(const std::vector<std::int64_t>& values);  ///< bigint[]
    Parameters& bytesList(const std::vector<QByteArray>& values);  ///< bytea[]

    struct Value {
        unsigned int type = 0; ///< PostgreSQL's object id of the type
        QByteArray bytes;
        bool isNull = false;
    };
    const std::vector<Value>& values() const { return m_values; }

private:
    std::vector<Value> m_values;
};

/// Big-endian, as PostgreSQL writes numbers in binary.
template <typename T>
void appendNumber(QByteArray& out, T value)
{
    for (int shift = int(sizeof value - 1) * 8; shift >= 0; shift -= 8)
        out.append(char((std::uint64_t(value) >> shift) & 0xff));
}

} // namespace onedoor::postgres
