using System.Security.Cryptography;

namespace Microsoft.PowerShell.Commands;

/// <summary>Get-FileHash.</summary>
[Cmdlet(VerbsCommon.Get, "FileHash", DefaultParameterSetName = "Path")]
public sealed class GetFileHashCommand : PathCmdlet
{
    [Parameter]
    [ValidateSet("SHA1", "SHA256", "SHA384", "SHA512", "MD5")]
    public string Algorithm { get; set; } = "SHA256";

    protected override void ProcessRecord()
    {
        foreach (var file in Paths.SelectMany(Files))
        {
            using var stream = File.OpenRead(file);
            WriteObject(new FileHashInfo(Algorithm,
                Convert.ToHexString(CryptographicOperations.HashData(new HashAlgorithmName(Algorithm), stream)), file));
        }
    }
}
