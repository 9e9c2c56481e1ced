# Runs the examples of many pages in one process: each page in an empty folder, its examples in order and in one scope, as a reader would
# type them. Any error ends an example. What they emit is formatted, so that the views run too.
param([string] $Pages, [string] $Result)
$ErrorActionPreference = 'Stop'
Import-Module LakeTools
$results = foreach ($page in Get-Content -LiteralPath $Pages -Raw | ConvertFrom-Json) {
    New-Item $page.Folder -ItemType Directory | Out-Null
    Push-Location -LiteralPath $page.Folder
    & {
        foreach ($example in $page.Examples) {
            $text, $id = $null, $null
            if ($example.Run) {
                try { . ([scriptblock]::Create($example.Code)) | Out-String | Out-Null }
                catch { $text, $id = "$_`n$($_.ScriptStackTrace)", $_.FullyQualifiedErrorId }
            }
            @{ Error = $text; Id = $id }
        }
    }
    Disconnect-Lake
    Pop-Location
}
# A list of hashtables, also where it holds one.
ConvertTo-Json @($results) | Set-Content -LiteralPath $Result
