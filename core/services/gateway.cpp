// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/gateway.h"

#include <QPromise>

namespace onedoor {

namespace {

class JsonPromise {
public:
    JsonPromise() { m_promise.start(); }
    QFuture<Result<QJsonObject>> future() { return m_promise.future(); }
    void keep(Result<QJsonObject> outcome)
    {
        m_promise.addResult(std::move(outcome));
        m_promise.finish();
    }

private:
    QPromise<Result<QJsonObject>> m_promise;
};

std::function<void(Result<void>)> settle(const std::shared_ptr<JsonPromise>& promise, std::function<QJsonObject()> reply)
{
    return [promise, reply = std::move(reply)](Result<void> outcome) {
        promise->keep(outcome ? Result<QJsonObject>(reply()) : Unexpected(std::move(outcome).error()));
    };
}

} // namespace

Gateway::~Gateway() = default;

QFuture<Result<QJsonObject>> Gateway::postForJson(const Session& session, const char* name, CommandTask task, WriteReply reply)
{
    const auto promise = std::make_shared<JsonPromise>();
    post(session, name, std::move(task), settle(promise, std::move(reply)));
    return promise->future();
}

QFuture<Result<QJsonObject>> Gateway::postForJson(const Session& session, const char* name, QueryTask task, WriteReply reply)
{
    const auto promise = std::make_shared<JsonPromise>();
    postQuery(session, name, std::move(task), settle(promise, std::move(reply)));
    return promise->future();
}

std::optional<QFuture<Result<QJsonObject>>> Gateway::forwardForJson(const Session& session, const char* name, const QJsonObject& command, ReadReply reply)
{
    const auto promise = std::make_shared<JsonPromise>();
    const auto done = [promise, reply = std::move(reply)](Result<QJsonObject> answer) { promise->keep(answer ? reply(*answer) : std::move(answer)); };
    if (!forward(session, name, command, done))
        return std::nullopt;
    return promise->future();
}

} // namespace onedoor

#include "moc_gateway.cpp"
