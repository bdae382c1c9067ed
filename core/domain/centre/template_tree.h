// SPDX-License-Identifier: GPL-3.0-or-later
// A JSON file as a tree in which every value remembers its line, so that problems can be shown where they stand. Read with
// the SAX interface of nlohmann::json over a counting iterator; bounded in size, depth, list length and key length, so that a
// hostile file costs no more than a large one. Plain values, any thread; the caller owns the tree. No exception leaves.
#pragma once

#include "core/domain/centre/template_problem.h"

#include <QByteArray>
#include <QString>
#include <optional>
#include <vector>

namespace onedoor {

struct JsonMember;

struct JsonNode {
    enum class Kind { Null, Boolean, Integer, Decimal, Text, List, Object };
    Kind kind = Kind::Null;
    int line = 0; ///< of the value's first character
    bool boolean = false;
    qint64 integer = 0;
    QString text;
    std::vector<JsonNode> items;
    std::vector<JsonMember> members; ///< in the order of the file; a doubled key stands twice

    /// The first member of that name, or nullptr.
    const JsonNode* find(QStringView name) const;
    /// The line of the value at a path like "places[3].zone"; where the path leaves the tree, of the last value on it.
    int lineOf(QStringView path) const;
};

struct JsonMember {
    QString name;
    int line = 0; ///< of the key
    JsonNode value;
};

inline constexpr qsizetype templateBytesMaximum = qsizetype(1024) * 1024;
inline constexpr std::size_t templateDepthMaximum = 16;
inline constexpr std::size_t templateListMaximum = 1000;
inline constexpr std::size_t templateMembersMaximum = 64;
inline constexpr qsizetype templateKeyMaximum = 80;

/// The tree, or nothing when the bytes cannot be read to their end; problems go to the sink. Doubled keys are reported, yet
/// leave a tree.
std::optional<JsonNode> readTree(const QByteArray& json, ProblemSink& problems);

/// The name of a kind as facts carry it: "text", "integer", …
QString jsonKindName(JsonNode::Kind kind);

} // namespace onedoor
