// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/hall/chime_announcer.h"

#include "ui/pages/hall/chime.h"

#include <QAudioDevice>
#include <QAudioSink>
#include <QBuffer>
#include <QMediaDevices>
#include <memory>

namespace onedoor {

using namespace Qt::StringLiterals;

/// The device is looked up for each chime: loudspeakers are plugged in and out while the display runs for weeks.
class ChimePlayer final : public QObject {
public:
    void play()
    {
        m_sink.reset();
        m_samples.close();
        const QAudioDevice device = QMediaDevices::defaultAudioOutput();
        if (device.isNull())
            return;
        QAudioFormat format = device.preferredFormat();
        format.setSampleFormat(QAudioFormat::Int16);
        if (!format.isValid() || !device.isFormatSupported(format))
            return;
        m_samples.setData(chimeSamples(format.sampleRate(), format.channelCount()));
        if (!m_samples.open(QIODevice::ReadOnly))
            return;
        m_sink = std::make_unique<QAudioSink>(device, format);
        m_sink->start(&m_samples);
    }

private:
    QBuffer m_samples;
    std::unique_ptr<QAudioSink> m_sink;
};

ChimeAnnouncer::ChimeAnnouncer() : m_player(new ChimePlayer)
{
    m_thread.setObjectName(u"chime"_s);
    m_player->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_player, &QObject::deleteLater);
    m_thread.start();
}

ChimeAnnouncer::~ChimeAnnouncer()
{
    m_thread.quit();
    m_thread.wait();
}

void ChimeAnnouncer::announce(const DisplayCall&)
{
    QMetaObject::invokeMethod(m_player, [player = m_player] { player->play(); }, Qt::QueuedConnection);
}

} // namespace onedoor
