using System.Buffers;
using System.Buffers.Text;
using System.Globalization;

namespace CommerceVideo.VideoModels.Calls;

/// <summary>
/// Parts an answer that carries a file in itself (base64 in one JSON member) into the file and the rest, as it comes in:
/// the file is never held in memory.
/// </summary>
internal sealed class InlineFile(string member)
{
    private const int MostJson = 1024 * 1024;
    private const int Quads = 48 * 1024;

    private readonly byte[] _name = System.Text.Encoding.ASCII.GetBytes(member);
    private readonly ArrayBufferWriter<byte> _json = new();
    private readonly ArrayBufferWriter<byte> _file = new();
    private readonly byte[] _quads = new byte[Quads];
    private readonly List<byte> _text = [];
    private int _filled;
    private string? _escape;
    private State _state;

    private enum State
    {
        Outside,
        Text,
        Named,
        Colon,
        File,
    }

    /// <summary>Bytes of the file so far.</summary>
    public long Length { get; private set; }

    /// <returns>The JSON, its file an empty string.</returns>
    /// <exception cref="IOException">Too long, or no base64.</exception>
    public async Task<byte[]> SplitAsync(Stream answer, Stream file, long mostBytes, CancellationToken ct)
    {
        var buffer = new byte[81920];
        for (int read; (read = await answer.ReadAsync(buffer, ct)) > 0; )
        {
            foreach (var one in buffer.AsSpan(0, read))
            {
                Take(one);
            }

            Length += _file.WrittenCount;
            if (Length > mostBytes || _json.WrittenCount > MostJson)
            {
                throw new IOException("The provider's answer is too long.");
            }

            await file.WriteAsync(_file.WrittenMemory, ct);
            _file.ResetWrittenCount();
        }

        return _json.WrittenSpan.ToArray();
    }

    private void Take(byte one)
    {
        if (_state == State.File)
        {
            TakeOfFile(one);
            return;
        }

        _json.Write([one]);
        _state = _state switch
        {
            State.Text when _escape is not null => Escaped(),
            State.Text when one == '\\' => Escape(),
            State.Text when one == '"' => EndOfText(),
            State.Text => Remember(one),
            State.Colon when one == '"' => State.File,
            _ when one == '"' => StartOfText(),
            State.Named when one == ':' => State.Colon,
            State.Named or State.Colon when char.IsWhiteSpace((char)one) => _state,
            _ => State.Outside,
        };
    }

    private State StartOfText()
    {
        _text.Clear();
        return State.Text;
    }

    // A name with an escape in it is none of ours.
    private State Escape()
    {
        _escape = "";
        _text.Add(0);
        return State.Text;
    }

    private State Escaped()
    {
        _escape = null;
        return State.Text;
    }

    private State Remember(byte one)
    {
        if (_text.Count <= _name.Length)
        {
            _text.Add(one);
        }

        return State.Text;
    }

    private State EndOfText() => _text.SequenceEqual(_name) ? State.Named : State.Outside;

    private void TakeOfFile(byte one)
    {
        if (_escape is not null)
        {
            _escape += (char)one;
            TakeEscape();
        }
        else if (one == '\\')
        {
            _escape = "";
        }
        else if (one == '"')
        {
            Decode(isLast: true);
            _json.Write([one]);
            _state = State.Outside;
        }
        else
        {
            Add(one);
        }
    }

    // Some serializers write '/' as \/, and '=' or '+' as \u003d and \u002b.
    private void TakeEscape()
    {
        if (_escape![0] == 'u' && _escape.Length < 5)
        {
            return;
        }

        var one = _escape[0] == 'u' ? (char)int.Parse(_escape.AsSpan(1), NumberStyles.HexNumber) : _escape[0];
        _escape = null;
        if (one is not ('n' or 'r'))
        {
            Add((byte)one);
        }
    }

    private void Add(byte one)
    {
        _quads[_filled++] = one;
        if (_filled == Quads)
        {
            Decode(isLast: false);
        }
    }

    private void Decode(bool isLast)
    {
        var text = _quads.AsSpan(0, _filled);
        var bytes = _file.GetSpan(Base64.GetMaxDecodedFromUtf8Length(_filled) + 1);
        if (Base64.DecodeFromUtf8(text, bytes, out _, out var written, isLast) != OperationStatus.Done)
        {
            throw new IOException("The file in the provider's answer is no base64.");
        }

        _file.Advance(written);
        _filled = 0;
    }
}
