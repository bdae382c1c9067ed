// SPDX-License-Identifier: GPL-3.0-or-later
// How the gateway carries acts: for the handlers, which make each of their acts once, and the catalogue. Who only sends and asks includes
// gateway.h: what stands here took every page and test a fifth of a second of compiling for each act that it sends.
#pragma once

#include "core/base/json_fields.h"
#include "core/services/gateway.h"

#include <QPromise>

namespace onedoor {

/// A reply on its way: the task fills it in, and it is given out once it is known whether the task's work stands.
template <typename Reply>
struct Pending {
    QPromise<Result<Reply>> promise;
    Reply reply;

    static std::shared_ptr<Pending> make()
    {
        auto pending = std::make_shared<Pending>();
        pending->promise.start();
        return pending;
    }
    /// Where the task puts it.
    static std::shared_ptr<Reply> replyOf(const std::shared_ptr<Pending>& pending) { return {pending, &pending->reply}; }
    static std::function<void(Result<void>)> settle(const std::shared_ptr<Pending>& pending)
    {
        return [pending](Result<void> outcome) {
            pending->keep(outcome ? Result<Reply>(std::move(pending->reply)) : Unexpected(std::move(outcome).error()));
        };
    }
    /// What the hall host answered.
    static std::function<void(Result<QJsonObject>)> settleRead(const std::shared_ptr<Pending>& pending)
    {
        return [pending](Result<QJsonObject> answer) {
            pending->keep(answer ? fromJson<Reply>(*answer) : Unexpected(std::move(answer).error()));
        };
    }
    void keep(Result<Reply> result)
    {
        promise.addResult(std::move(result));
        promise.finish();
    }
};

/// The work of an act, its reply put where it is wanted.
template <typename Act>
auto working(Act act, std::shared_ptr<typename Act::Reply> reply)
{
    constexpr bool isCommand = requires(CommandScope& scope) { handle(scope, act); };
    return [act = std::move(act), reply = std::move(reply)](std::conditional_t<isCommand, CommandScope, QueryScope>& scope) -> Result<void> {
        if constexpr (isCommand) {
            ONEDOOR_ASSIGN(*reply, handle(scope, act));
        } else {
            ONEDOOR_ASSIGN(*reply, answer(scope, act));
        }
        return {};
    };
}

template <typename Command>
QFuture<Result<typename Command::Reply>> Gateway::send(const Session& session, Command command)
{
    using Coming = Pending<typename Command::Reply>;
    const auto pending = Coming::make();
    if constexpr (Claim<Command>) {
        if (forward(session, Command::name, toJson(command, 0), Coming::settleRead(pending)))
            return pending->promise.future();
    }
    post(session, Command::name, working(std::move(command), Coming::replyOf(pending)), Coming::settle(pending));
    return pending->promise.future();
}

template <typename Query>
QFuture<Result<typename Query::Reply>> Gateway::ask(const Session& session, Query query)
{
    using Coming = Pending<typename Query::Reply>;
    const auto pending = Coming::make();
    postQuery(session, Query::name, working(std::move(query), Coming::replyOf(pending)), Coming::settle(pending));
    return pending->promise.future();
}

// One of each for a kind of reply, not for each act: most acts share a few replies.
template <typename Reply>
std::function<QJsonObject()> writing(const std::shared_ptr<Reply>& reply, int offsetMinutes)
{
    return [reply, offsetMinutes] { return toJson(*reply, offsetMinutes); };
}
template <typename Reply>
std::function<Result<QJsonObject>(const QJsonObject&)> rewriting(int offsetMinutes)
{
    return [offsetMinutes](const QJsonObject& answer) -> Result<QJsonObject> {
        ONEDOOR_ASSIGN(const Reply reply, fromJson<Reply>(answer));
        return toJson(reply, offsetMinutes);
    };
}

template <typename Command>
QFuture<Result<QJsonObject>> Gateway::sendForJson(const Session& session, Command command, int offsetMinutes)
{
    using Reply = typename Command::Reply;
    if constexpr (Claim<Command>) {
        if (auto forwarded = forwardForJson(session, Command::name, toJson(command, 0), rewriting<Reply>(offsetMinutes)))
            return std::move(*forwarded);
    }
    const auto reply = std::make_shared<Reply>();
    return postForJson(session, Command::name, CommandTask(working(std::move(command), reply)), writing(reply, offsetMinutes));
}

template <typename Query>
QFuture<Result<QJsonObject>> Gateway::askForJson(const Session& session, Query query, int offsetMinutes)
{
    const auto reply = std::make_shared<typename Query::Reply>();
    return postForJson(session, Query::name, QueryTask(working(std::move(query), reply)), writing(reply, offsetMinutes));
}

} // namespace onedoor
