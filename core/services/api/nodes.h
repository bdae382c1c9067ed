// SPDX-License-Identifier: GPL-3.0-or-later
// Commands and queries about the PCs of the centre and its hall host. Needs an administrator's rights.
#pragma once

#include "core/base/error.h"
#include "core/domain/rows.h"

namespace onedoor {

struct NodeReply {
    NodeId node;
    QString letter;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("node"), self.node);
        visit(field("letter"), self.letter);
    }
};

/// Lets a PC in. The same PC with the same key again changes nothing and gets the same answer.
/// Errors: node.badKey (publicKey), node.badCompartment (compartments), node.otherKey, node.revoked, node.noLetter.
struct NodeEnrol {
    static constexpr const char* name = "node.enrol";
    using Reply = NodeReply;
    NodeId node;
    QString nodeName;
    QByteArray publicKey; ///< Ed25519, 32 bytes
    std::vector<QString> compartments; ///< what it may hold, "hall" among them; empty: everything. It can't be changed later

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("node").required(), self.node);
        visit(field("nodeName").required().atMost(60), self.nodeName);
        visit(field("publicKey").required(), self.publicKey);
        visit(field("compartments").atMost(8), self.compartments);
    }
};

/// Gives a PC another name. Errors: node.unknown.
struct NodeRename {
    static constexpr const char* name = "node.rename";
    using Reply = NodeReply;
    NodeId node;
    QString nodeName;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("node").required(), self.node);
        visit(field("nodeName").required().atMost(60), self.nodeName);
    }
};

/// Tells the others where this PC is reached. Sent by the program itself; the same again changes nothing.
/// Errors: node.unknown before this PC was let in, node.badAddress (host, port).
struct NodeTellAddress {
    static constexpr const char* name = "node.tellAddress";
    using Reply = NodeReply;
    QString host; ///< name or address
    std::uint32_t port = 0;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("host").required().atMost(255), self.host);
        visit(field("port").required(), self.port);
    }
};

/// Shuts a PC out: what it wrote so far stands, nothing later is taken. Errors: node.unknown, node.itself, node.isHost.
struct NodeRevoke {
    static constexpr const char* name = "node.revoke";
    using Reply = NodeReply;
    NodeId node;
    QString reason;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("node").required(), self.node);
        visit(field("reason").required().lines(200), self.reason);
    }
};

struct HostReply {
    NodeId node;
    std::uint64_t epoch = 0;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("node"), self.node);
        visit(field("epoch"), self.epoch);
    }
};

/// Names the hall host. By the host itself: it hands over. By another PC: that one takes over because the host is gone, and numbers
/// carry its letter until the host before has come back or was shut out. Errors: node.unknown, node.revoked, host.already, host.limited,
/// host.isHub.
struct HostName {
    static constexpr const char* name = "host.name";
    using Reply = HostReply;
    NodeId node; ///< null: this PC

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("node"), self.node);
    }
};

/// A former host says that it grants nothing any more. Sent by the program itself. Errors: host.stillHost, host.neverWas.
struct HostYield {
    static constexpr const char* name = "host.yield";
    using Reply = HostReply;

    template <typename Self, typename Visit>
    static void fields(Self&, Visit&&)
    {
    }
};

struct NumbersGrantReply {
    std::uint32_t blocks = 0; ///< that were granted now

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("blocks"), self.blocks);
    }
};

/// Gives another PC numbers of today, so that it can go on alone. Only on the hall host. Errors: series.unknown, host.notHere,
/// numbering.exhausted.
struct NumbersGrant {
    static constexpr const char* name = "numbers.grant";
    using Reply = NumbersGrantReply;
    StreamId holder;
    std::vector<QString> series; ///< keys; empty: all
    std::uint32_t enough = 0;    ///< nothing is granted while so many are left

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("holder").required(), self.holder);
        visit(field("series").atMost(64), self.series);
        visit(field("enough"), self.enough);
    }
};

struct NodeListReply {
    std::vector<NodeRow> nodes;
    NodeId self;
    NodeId host;
    std::uint64_t epoch = 0;
    bool grantsNumbers = false; ///< this PC gives out the centre's common numbers
    NodeId hub;                 ///< that serves the centre; null: none does
    QString hubHost;
    std::uint32_t hubPort = 0;

    template <typename Self, typename Visit>
    static void fields(Self& own, Visit&& visit)
    {
        visit(field("nodes"), own.nodes);
        visit(field("self"), own.self);
        visit(field("host"), own.host);
        visit(field("epoch"), own.epoch);
        visit(field("grantsNumbers"), own.grantsNumbers);
        visit(field("hub"), own.hub);
        visit(field("hubHost"), own.hubHost);
        visit(field("hubPort"), own.hubPort);
    }
};

struct NodeList {
    static constexpr const char* name = "node.list";
    using Reply = NodeListReply;

    template <typename Self, typename Visit>
    static void fields(Self&, Visit&&)
    {
    }
};

class CommandScope;
class QueryScope;
Result<NodeReply> handle(CommandScope& scope, const NodeEnrol& command);
Result<NodeReply> handle(CommandScope& scope, const NodeRename& command);
Result<NodeReply> handle(CommandScope& scope, const NodeTellAddress& command);
Result<NodeReply> handle(CommandScope& scope, const NodeRevoke& command);
Result<HostReply> handle(CommandScope& scope, const HostName& command);
Result<HostReply> handle(CommandScope& scope, const HostYield& command);
Result<NumbersGrantReply> handle(CommandScope& scope, const NumbersGrant& command);
Result<NodeListReply> answer(QueryScope& scope, const NodeList& query);

} // namespace onedoor
