// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/light_desk.h"

#include "core/services/network/node_link.h"

namespace onedoor::bench {

using namespace Qt::StringLiterals;
using sync::Ask;

namespace {

constexpr qsizetype wrappedKeyBytes = 72; ///< nonce, key and tag

QByteArray pathOf(Ask ask)
{
    switch (ask) {
    case Ask::Hello:
        return QByteArrayLiteral("/v1/hello");
    case Ask::Hashes:
        return QByteArrayLiteral("/v1/hashes");
    case Ask::Pull:
        return QByteArrayLiteral("/v1/pull");
    case Ask::Push:
        return QByteArrayLiteral("/v1/push");
    case Ask::Receipt:
        return QByteArrayLiteral("/v1/receipt");
    }
    return {};
}

} // namespace

LightLog::LightLog(hub::Pen& pen, sync::Membership members, OnTaken onTaken) : m_pen(pen), m_members(std::move(members)), m_onTaken(std::move(onTaken))
{
}

Result<std::optional<Hash>> LightLog::hashAt(const EventRef& at)
{
    if (at.stream != m_pen.stream() || at.sequence == 0 || at.sequence > m_pen.count())
        return std::optional<Hash>();
    return std::optional(m_pen.headAt(at.sequence).hash);
}

/// The hub has all that others wrote: this desk has it from there.
Result<sync::StreamPart> LightLog::read(const StreamId& stream, std::uint64_t after, qsizetype bytes)
{
    if (stream != m_pen.stream())
        return fail(ErrorKind::Internal, u"bench.notKept"_s);
    std::uint64_t last = after;
    for (qsizetype left = bytes; last < m_pen.count() && left > 0; ++last)
        left -= m_pen.event(last + 1).size();
    return last == after ? sync::StreamPart{.stream = stream, .first = after + 1} : m_pen.part(after + 1, last);
}

/// As many bytes as the centre's keys have; the hub can't tell one from the other.
Result<std::vector<WrappedKey>> LightLog::keysOf(const std::vector<PersonId>& subjects)
{
    std::vector<WrappedKey> keys;
    for (const PersonId& subject : subjects) {
        QByteArray wrapped;
        while (wrapped.size() < wrappedKeyBytes)
            wrapped += subject.raw.view();
        keys.push_back({subject, wrapped.left(wrappedKeyBytes)});
    }
    return keys;
}

Result<sync::Taken> LightLog::take(sync::Batch batch)
{
    const sync::Known known{[this](const StreamId& stream) -> Result<sync::Head> {
                                const auto head = m_heads.find(stream);
                                return head == m_heads.end() ? sync::Head() : head->second;
                            },
                            [this](const EventRef& at) { return hashAt(at); }};
    ONEDOOR_ASSIGN(sync::Admitted admitted, sync::admit(std::move(batch), m_members, known));
    sync::Taken taken{.events = admitted.events.size(), .refusals = std::move(admitted.refusals), .forks = std::move(admitted.forks),
                      .membersChanged = admitted.membership.generation() != m_members.generation()};
    m_members = std::move(admitted.membership);
    for (const ForeignEvent& event : admitted.events) {
        m_heads[event.ref.stream] = {event.ref.sequence, event.hash};
        taken.heads[event.ref.stream] = m_heads[event.ref.stream];
        if (m_onTaken)
            m_onTaken(event.ref);
    }
    return taken;
}

Result<void> LightLog::beginAnew(OpeningReason, const EventRef&)
{
    return fail(ErrorKind::Internal, u"bench.rolledBack"_s);
}

EventRef LightLog::write(const Drafts& events)
{
    for (const Draft& draft : events)
        m_pen.write(draft.event, draft.record, draft.subject);
    m_heads[m_pen.stream()] = m_pen.head();
    return {m_pen.stream(), m_pen.count()};
}

Result<std::unique_ptr<LightDesk>> LightDesk::make(Setup setup)
{
    ClientSettings settings{.host = setup.hub.host, .port = setup.hub.port, .pin = setup.hub.key};
    ONEDOOR_ASSIGN(std::unique_ptr<HttpsClient> client, HttpsClient::make(std::move(settings), setup.identity, setup.network));
    return std::unique_ptr<LightDesk>(new LightDesk(std::move(setup), std::move(client)));
}

LightDesk::LightDesk(Setup setup, std::unique_ptr<HttpsClient> client)
    : m_setup(std::move(setup)), m_replicator(m_setup.log, m_setup.clock, m_setup.random, u"OneDoor bench"_s), m_client(std::move(client))
{
}

LightDesk::~LightDesk()
{
    *m_alive = false;
}

EventRef LightDesk::act(const Drafts& events)
{
    const EventRef last = m_setup.log.write(events);
    m_replicator.grew();
    turn();
    return last;
}

void LightDesk::turn()
{
    do {
        for (const sync::Outgoing& outgoing : m_replicator.next(steadyNow()))
            send(outgoing);
    } while (m_replicator.takeIn(steadyNow()));
    if (!m_isLive && !m_isOpening && m_replicator.state().phase == sync::LinkState::Phase::Following)
        openLive();
    noteRefusals();
}

void LightDesk::noteRefusals()
{
    const sync::LinkState& state = m_replicator.state();
    const std::size_t refusals = state.refusals.size() + state.forks.size();
    if (refusals > m_refusals)
        m_setup.onError(state.refusals.empty() ? u"fork"_s : state.refusals.back().code);
    m_refusals = refusals;
}

void LightDesk::onThread(std::function<void()> task)
{
    m_setup.thread.post([this, alive = m_alive, task = std::move(task)] {
        if (!*alive)
            return;
        task();
        turn();
    });
}

void LightDesk::send(const sync::Outgoing& outgoing)
{
    HttpRequestOut request;
    request.method = HttpMethod::Post;
    request.target = pathOf(outgoing.ask) + "?centre=" + m_setup.log.membership().centre().toString().toLatin1();
    request.body = outgoing.body;
    request.repeatable = true;
    m_client->request(outgoing.ask == Ask::Push ? Lane::Upload : Lane::Download, std::move(request), [this, id = outgoing.id](const Result<HttpResponseIn>& response) {
        onThread([this, id, response] { answered(id, response); });
    });
}

void LightDesk::answered(std::uint64_t id, const Result<HttpResponseIn>& response)
{
    if (response && response->isSuccess()) {
        m_replicator.answered(id, response->body, steadyNow());
        if (const std::optional<Error>& error = m_replicator.state().error)
            m_setup.onError(error->code);
        return;
    }
    const Error error = response ? response->error().value_or(Error{ErrorKind::Corrupt, u"sync.badResponse"_s, {}, {}}) : response.error();
    m_setup.onError(error.code);
    m_replicator.failed(id, error, steadyNow());
}

void LightDesk::openLive()
{
    m_isOpening = true;
    LiveEvents events;
    events.opened = [this](const LiveConnectionPtr&) {
        onThread([this] {
            m_isLive = true;
            m_isOpening = false;
        });
    };
    events.message = [this](const LiveConnectionPtr&, const QByteArray& news) { onThread([this, news] { m_replicator.heard(news); }); };
    events.closed = [this](const LiveConnectionPtr&, const Error& error) {
        onThread([this, code = error.code] {
            m_isLive = false;
            m_isOpening = false;
            m_setup.onError(u"live: "_s + code);
            m_replicator.lost();
        });
    };
    m_client->openLive(QByteArrayLiteral("/v1/live"), std::move(events));
}

} // namespace onedoor::bench
