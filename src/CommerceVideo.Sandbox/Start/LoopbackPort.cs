using System.Net;
using System.Net.Sockets;

namespace CommerceVideo.Sandbox.Start;

/// <summary>A port on this machine alone.</summary>
internal static class LoopbackPort
{
    /// <summary>The wished one where it is free, else one the system picks.</summary>
    public static int Prefer(int wished) => IsFree(wished) ? wished : Any();

    public static int Any()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
