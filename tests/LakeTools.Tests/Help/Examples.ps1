# Runs the examples of many pages in one process: each page in an empty folder, its examples in order and in one scope, as a reader would
# type them. Any error ends an example. What they emit is formatted, so that the views run too. Each command has -Debug, which asks nothing. Its
# messages name the calls that the command makes: they are collected by command, and are no part of the output.
param([string] $Pages, [string] $Result)
$ErrorActionPreference = 'Stop'
$global:PSDefaultParameterValues = @{ '*-Lake*:Debug' = $true; '*-Glue*:Debug' = $true }
Import-Module LakeTools
$calls = @{}
$results = foreach ($page in Get-Content -LiteralPath $Pages -Raw | ConvertFrom-Json) {
    New-Item $page.Folder -ItemType Directory | Out-Null
    Push-Location -LiteralPath $page.Folder
    if ($page.Data) { Copy-Item -LiteralPath $page.Data ./examples -Recurse }
    & {
        foreach ($example in $page.Examples) {
            $output, $text, $id, $place = $null
            if ($example.Run) {
                try {
                    $output = . ([scriptblock]::Create($example.Code)) 5>&1 | ForEach-Object {
                        if ($_ -isnot [System.Management.Automation.DebugRecord]) { $_ }
                        elseif ($_.Message -match '^(.+ \w+), try 1: ') {
                            $command = $_.InvocationInfo.MyCommand.Name
                            if (-not $calls[$command]) { $calls[$command] = [System.Collections.Generic.SortedSet[string]]::new() }
                            $null = $calls[$command].Add($Matches[1])
                        }
                    } | Out-String -Width 500
                }
                catch { $text, $id, $place = "$_", $_.FullyQualifiedErrorId, $_.ScriptStackTrace }
            }
            @{ Output = $output; Error = $text; Id = $id; Place = $place }
        }
    }
    Disconnect-Lake
    Pop-Location
}
# A list of hashtables, also where it holds one.
ConvertTo-Json @{ Ends = @($results); Calls = $calls } -Depth 4 | Set-Content -LiteralPath $Result
