// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes on standard input get one answer a line, each a JSON object with "ok"; a line that is refused says why in a sentence.
// The gateway answers without a store: what is under test is everything in front of it.
#include "core/base/json_text.h"
#include "core/services/line_protocol.h"
#include "tests/support/answering_gateway.h"

#include <QBuffer>
#include <cstdint>
#include <cstdlib>

using namespace onedoor;

namespace {

Result<Session> sessionOf(const QString& login)
{
    Session session;
    session.login = login;
    return session;
}

void mustBeAnswer(const QByteArray& line)
{
    const auto answer = parseJsonObject(line);
    if (!answer || !answer->value(u"ok").isBool())
        std::abort(); // not an answer
    const QJsonObject error = answer->value(u"error").toObject();
    if (!answer->value(u"ok").toBool() && (error.value(u"message").toString().isEmpty() || error.value(u"code").toString().isEmpty()))
        std::abort(); // refused without a reason
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    QByteArray input(reinterpret_cast<const char*>(data), qsizetype(size));
    QByteArray output;
    QBuffer in(&input);
    QBuffer out(&output);
    in.open(QIODevice::ReadOnly);
    out.open(QIODevice::WriteOnly);
    AnsweringGateway gateway(CentreDefinition{}, true);
    LineProtocol protocol(gateway, sessionOf, [](Instant) { return Result<void>{}; });
    const LineProtocol::Outcome outcome = protocol.run(in, out);
    if (outcome.answered != quint64(output.count('\n')) || outcome.answered > quint64(input.count('\n')) + 1)
        std::abort(); // not one answer a line
    for (const QByteArray& line : output.split('\n')) {
        if (!line.isEmpty())
            mustBeAnswer(line);
    }
    return 0;
}
