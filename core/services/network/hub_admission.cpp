// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/network/hub_admission.h"

#include "core/base/json_text.h"

#include <semaphore>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

Result<HttpResponseIn> ask(HttpsClient& client, HttpRequestOut request)
{
    std::binary_semaphore done{0};
    Result<HttpResponseIn> response;
    client.request(Lane::Download, std::move(request), [&](Result<HttpResponseIn> answer) {
        response = std::move(answer);
        done.release();
    });
    done.acquire();
    if (response && !response->isSuccess())
        return Unexpected(response->error().value_or(Error{ErrorKind::Corrupt, u"sync.badResponse"_s, {}, {}}));
    return response;
}

} // namespace

Result<ServingHub> askToBeServed(const PairingCode& code, const CentreWord& word, const TlsIdentity& identity, std::shared_ptr<NetworkThread> network)
{
    ClientSettings settings{.host = code.host, .port = code.port, .pin = code.fingerprint};
    ONEDOOR_ASSIGN(const std::unique_ptr<HttpsClient> client, HttpsClient::make(std::move(settings), identity, std::move(network)));
    HttpRequestOut request;
    request.method = HttpMethod::Post;
    request.target = QByteArrayLiteral("/v1/admit");
    request.body = toJsonLine({{u"secret"_s, code.secret},
                               {u"centre"_s, word.centre.toString()},
                               {u"name"_s, word.name},
                               {u"node"_s, word.node.toString()},
                               {u"founder"_s, word.founder.toString()},
                               {u"founderKey"_s, QString::fromLatin1(word.founderKey.toHex())}});
    ONEDOOR_ASSIGN(const HttpResponseIn response, ask(*client, std::move(request)));
    const Result<QJsonObject> object = parseJsonObject(response.body);
    const std::optional<NodeId> node = object ? NodeId::fromString(object->value(u"node"_s).toString()) : std::nullopt;
    if (!node || node->isNull())
        return fail(ErrorKind::Corrupt, u"sync.badMessage"_s, {}, {{u"message"_s, u"admit"_s}});
    const QString name = object->value(u"name"_s).toString().simplified().left(60);
    return ServingHub{*node, name.isEmpty() ? code.host : name, response.server};
}

} // namespace onedoor
