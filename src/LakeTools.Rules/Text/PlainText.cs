using System.Runtime.InteropServices;
using System.Security;

namespace LakeTools.Rules.Text;

/// <summary>Opens a SecureString at the one place where an API takes nothing but text, and closes text into one.</summary>
internal static class PlainText
{
    /// <summary>The text; callers hand it on at once and keep it nowhere.</summary>
    public static string Of(SecureString value)
    {
        var pointer = Marshal.SecureStringToGlobalAllocUnicode(value);
        try
        {
            return Marshal.PtrToStringUni(pointer, value.Length);
        }
        finally
        {
            Marshal.ZeroFreeGlobalAllocUnicode(pointer);
        }
    }

    /// <summary>A read-only SecureString of a text.</summary>
    public static SecureString Secure(string text)
    {
        var secure = new SecureString();
        foreach (var character in text) secure.AppendChar(character);
        secure.MakeReadOnly();
        return secure;
    }
}
