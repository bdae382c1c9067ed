// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/single_instance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocalSocket>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 1000; // milliseconds
const QByteArray request = QByteArrayLiteral("window\n");
const QByteArray promise = QByteArrayLiteral("shown\n");

QString serverName(const QString& folder)
{
    const QString canonical = QDir(folder).canonicalPath();
    const QByteArray whose = (canonical.isEmpty() ? folder : canonical).toUtf8() + QDir::homePath().toUtf8();
    return u"onedoor-"_s + QString::fromLatin1(QCryptographicHash::hash(whose, QCryptographicHash::Sha256).toHex().left(24));
}

} // namespace

SingleInstance::SingleInstance(QObject* parent) : QObject(parent)
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::onConnection);
}

bool SingleInstance::askOther(const QString& folder)
{
    QLocalSocket socket;
    socket.connectToServer(serverName(folder));
    if (!socket.waitForConnected(patience))
        return false;
    socket.write(request);
    return socket.waitForBytesWritten(patience) && socket.waitForReadyRead(patience) && socket.readAll() == promise;
}

void SingleInstance::answerFor(const QString& folder)
{
    const QString name = serverName(folder);
    if (name == m_name)
        return;
    m_server.close();
    m_name = name;
    if (m_server.listen(name))
        return;
    QLocalServer::removeServer(name); // left behind by a program that crashed
    m_server.listen(name);
}

void SingleInstance::onConnection()
{
    while (QLocalSocket* socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            if (socket->readAll() != request)
                return;
            socket->write(promise);
            socket->flush();
            Q_EMIT windowWanted();
        });
    }
}

} // namespace onedoor

#include "moc_single_instance.cpp"
