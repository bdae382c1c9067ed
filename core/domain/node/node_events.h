// SPDX-License-Identifier: GPL-3.0-or-later
// How a stream and a centre begin, which PCs belong to the centre and which of them is the hall host. Record: the stream's own id for
// stream.opened, the centre's id for centre.founded, the node's id for node.* and hub.*, hostRecord for host.*.
#pragma once

#include "core/base/fields.h"
#include "core/domain/ids.h"

#include <QByteArray>
#include <QString>
#include <vector>

namespace onedoor {

/// Why a node writes into a new stream from here on (design: incarnation is minted anew on install, restore and clone).
enum class OpeningReason { Installed, Restored, RolledBack, Salvaged };
template <>
struct EnumWords<OpeningReason> {
    static constexpr std::array values{std::pair{OpeningReason::Installed, "installed"}, std::pair{OpeningReason::Restored, "restored"},
                                       std::pair{OpeningReason::RolledBack, "rolledBack"}, std::pair{OpeningReason::Salvaged, "salvaged"}};
};

/// First event of every stream; the stream's id is named by these identities, so it can't be taken over by another node.
struct StreamOpened {
    static constexpr const char* type = "stream.opened";
    static constexpr std::uint32_t version = 1;
    CentreId centre;
    NodeId node;
    RawId incarnation;
    QString nodeName;
    QByteArray publicKey; ///< Ed25519, 32 bytes: verifies this node's signed heads
    OpeningReason reason = OpeningReason::Installed;
    StreamId previousStream; ///< the node's stream before this one, null for the first
    std::uint64_t previousSequence = 0;
    QString software;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("centre"), self.centre);
        visit(field("node"), self.node);
        visit(field("incarnation"), self.incarnation);
        visit(field("nodeName"), self.nodeName);
        visit(field("publicKey"), self.publicKey);
        visit(field("reason"), self.reason);
        visit(field("previousStream"), self.previousStream);
        visit(field("previousSequence"), self.previousSequence);
        visit(field("software"), self.software);
    }
};

/// The id of a stream follows from who opened it and when, so that nobody can open another's.
inline StreamId streamNamedBy(const StreamOpened& opened)
{
    QByteArray name("stream:");
    name.append(opened.centre.raw.view());
    name.append(opened.node.raw.view());
    name.append(opened.incarnation.view());
    return StreamId(RawId::named(name));
}

/// The centre as data: its whole definition, as the canonical JSON of core/domain/centre.
struct CentreFounded {
    static constexpr const char* type = "centre.founded";
    static constexpr std::uint32_t version = 1;
    QString code;
    QString name;
    QString definition;
    bool rehearsal = false; ///< a store for practice and tests: commands may carry their own time

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("code"), self.code);
        visit(field("name"), self.name);
        visit(field("definition").lines(1 << 20), self.definition);
        visit(field("rehearsal"), self.rehearsal);
    }
};

/// A PC is let into the centre: from now on the streams that it opens with this key are taken.
struct NodeEnrolled {
    static constexpr const char* type = "node.enrolled";
    static constexpr std::uint32_t version = 1;
    QString name;
    QByteArray publicKey;              ///< Ed25519, 32 bytes: the node's certificate and its signed heads
    QString letter;                    ///< of the numbers it prints when it is cut off: no other node has it
    std::vector<QString> compartments; ///< what it may hold

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("name"), self.name);
        visit(field("publicKey"), self.publicKey);
        visit(field("letter"), self.letter);
        visit(field("compartments"), self.compartments);
    }
};

/// A PC gets another name; the newest counts.
struct NodeRenamed {
    static constexpr const char* type = "node.renamed";
    static constexpr std::uint32_t version = 1;
    QString name;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("name"), self.name);
    }
};

/// Where a PC is reached by the others, if it serves or comes to serve them. Only the PC's own word is heeded by those who connect
/// (core/sync/membership), and the address is worth nothing without the key with which the PC was let in.
struct NodeAddressed {
    static constexpr const char* type = "node.addressed";
    static constexpr std::uint32_t version = 1;
    QString host; ///< name or address
    std::uint32_t port = 0;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("host"), self.host);
        visit(field("port"), self.port);
    }
};

/// Where the hub is reached that serves the centre; without a host: it serves the centre no longer. Whoever joined it says so, for all that come
/// to be hall host. Record: the hub's node. Worth nothing without the key with which the hub was let in.
struct HubAddressed {
    static constexpr const char* type = "hub.addressed";
    static constexpr std::uint32_t version = 1;
    QString host; ///< name or address
    std::uint32_t port = 0;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("host"), self.host);
        visit(field("port"), self.port);
    }
};

/// A PC is shut out. What it wrote up to the cut-offs stands; anything else, in these streams or in others, is not taken any more.
struct NodeRevoked {
    static constexpr const char* type = "node.revoked";
    static constexpr std::uint32_t version = 1;
    std::vector<StreamId> streams;        ///< all that the node ever wrote into, as far as its centre knew
    std::vector<std::uint64_t> sequences; ///< the last event of each that stands
    QString reason;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("streams"), self.streams);
        visit(field("sequences"), self.sequences);
        visit(field("reason"), self.reason);
    }
};

/// The hall host from now on. A host that comes back and finds a higher epoch than its own steps down.
struct HostNamed {
    static constexpr const char* type = "host.named";
    static constexpr std::uint32_t version = 1;
    NodeId node;
    NodeId before; ///< the host until now
    std::uint64_t epoch = 0;
    bool takenOver = false; ///< without the host before having a say: it may still be granting numbers somewhere

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("node"), self.node);
        visit(field("before"), self.before);
        visit(field("epoch"), self.epoch);
        visit(field("takenOver"), self.takenOver);
    }
};

/// A host that was replaced has learnt of it, and will grant nothing from here on: all it granted is known now. Or it was shut out.
struct HostYielded {
    static constexpr const char* type = "host.yielded";
    static constexpr std::uint32_t version = 1;
    NodeId node;             ///< that yields
    NodeId to;               ///< the host that it knows of: that one may grant from now on
    std::uint64_t epoch = 0; ///< of that host

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("node"), self.node);
        visit(field("to"), self.to);
        visit(field("epoch"), self.epoch);
    }
};

/// One per centre: who is its hall host.
inline RawId hostRecord(const CentreId& centre)
{
    QByteArray name("host:");
    name.append(centre.raw.view());
    return RawId::named(name);
}

} // namespace onedoor
