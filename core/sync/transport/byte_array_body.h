// SPDX-License-Identifier: GPL-3.0-or-later
// A body that Beast reads straight into the QByteArray that its reader hands on: megabytes are not copied once more. Reading only.
#pragma once

#include <QByteArray>
#include <boost/asio/buffer.hpp>
#include <boost/beast/core/buffers_range.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/optional.hpp>

namespace onedoor {

struct ByteArrayBody {
    using value_type = QByteArray;

    class reader {
    public:
        template <bool isRequest, typename Fields>
        reader(boost::beast::http::header<isRequest, Fields>&, value_type& body) : m_body(body)
        {
        }
        /// The parser has refused a length above its limit before.
        void init(const boost::optional<std::uint64_t>& length, boost::beast::error_code& error)
        {
            m_body.reserve(qsizetype(length.value_or(0)));
            error = {};
        }
        template <typename Buffers>
        std::size_t put(const Buffers& buffers, boost::beast::error_code& error)
        {
            std::size_t taken = 0;
            for (const auto buffer : boost::beast::buffers_range_ref(buffers)) {
                m_body.append(static_cast<const char*>(buffer.data()), qsizetype(buffer.size()));
                taken += buffer.size();
            }
            error = {};
            return taken;
        }
        void finish(boost::beast::error_code& error) { error = {}; }

    private:
        value_type& m_body;
    };
};

} // namespace onedoor
