using System.Text;

namespace LakeTools.Local.S3.Storage;

/// <summary>The order of keys in the store and in lists: by their bytes in UTF-8, which is not the order of UTF-16.</summary>
internal static class KeyOrder
{
    /// <summary>Less than zero where the first comes first.</summary>
    public static int Compare(string a, string b) => Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b));
}
