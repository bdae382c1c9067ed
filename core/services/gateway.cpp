// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/gateway_acts.h"

namespace onedoor {

namespace {

using Coming = Pending<QJsonObject>;

std::function<void(Result<void>)> settle(const std::shared_ptr<Coming>& pending, std::function<QJsonObject()> reply)
{
    return [pending, reply = std::move(reply)](Result<void> outcome) {
        pending->keep(outcome ? Result<QJsonObject>(reply()) : Unexpected(std::move(outcome).error()));
    };
}

} // namespace

Gateway::~Gateway() = default;

QFuture<Result<QJsonObject>> Gateway::postForJson(const Session& session, const char* name, CommandTask task, WriteReply reply)
{
    const auto pending = Coming::make();
    post(session, name, std::move(task), settle(pending, std::move(reply)));
    return pending->promise.future();
}

QFuture<Result<QJsonObject>> Gateway::postForJson(const Session& session, const char* name, QueryTask task, WriteReply reply)
{
    const auto pending = Coming::make();
    postQuery(session, name, std::move(task), settle(pending, std::move(reply)));
    return pending->promise.future();
}

std::optional<QFuture<Result<QJsonObject>>> Gateway::forwardForJson(const Session& session, const char* name, const QJsonObject& command, ReadReply reply)
{
    const auto pending = Coming::make();
    const auto done = [pending, reply = std::move(reply)](Result<QJsonObject> answer) { pending->keep(answer ? reply(*answer) : std::move(answer)); };
    if (!forward(session, name, command, done))
        return std::nullopt;
    return pending->promise.future();
}

} // namespace onedoor

#include "moc_gateway.cpp"
