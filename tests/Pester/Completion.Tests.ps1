# What the Tab key offers. Names come from the lake within 300 ms or not at all, so a name that is due is asked for several times.
BeforeDiscovery {
    $lines = @(
        # typed | what is offered; fixed sets first
        @{ Line = 'Grant-LakePermission -Permission SEL'; Words = 'SELECT' }
        @{ Line = 'Grant-LakePermission -DatabaseName sales -Permission '; Words = 'ALL', 'ALTER', 'DROP', 'DESCRIBE', 'CREATE_TABLE' }
        @{ Line = 'Grant-LakePermission -DataLocation s3://b -Permission '; Words = 'DATA_LOCATION_ACCESS' }
        @{ Line = "Grant-LakePermission -DatabaseName 'my sales' -TableName t -Permission SELECT, INS"; Words = 'INSERT' }
        @{ Line = 'Grant-LakePermission -ResourceType '; Words = 'Database', 'Table' }
        @{ Line = 'New-GlueTable sales x -Format P'; Words = 'Parquet' }
        @{ Line = 'New-GlueTable sales x -Column a:dec'; Words = 'a:decimal' }
        @{ Line = "New-GlueTable sales x -Column 'a:array<str"; Words = "'a:array<string'", "'a:array<struct'" }
        @{ Line = 'Import-LakeData s3://b/k -Format '; Words = 'Csv', 'Tsv', 'Json', 'Parquet' }
        @{ Line = 'New-LakeGlueJob x -WorkerType R.'; Words = 'R.1X', 'R.2X', 'R.4X', 'R.8X' }
        @{ Line = 'New-LakeGlueJob x -GlueVersion 5'; Words = '5.1', '5.0' }
        @{ Line = 'New-LakeGlueJob x -Command gluee'; Words = 'glueetl' }
        @{ Line = 'New-LakeGlueJob x -PythonVersion '; Words = '3.9', '3' }
        @{ Line = 'Connect-Lake -Region eu-central-'; Words = 'eu-central-1', 'eu-central-2' }
        @{ Line = 'Get-LakeSecret x -VersionStage AWSP'; Words = 'AWSPREVIOUS', 'AWSPENDING' }
        @{ Line = 'Grant-LakePermission -Principal IAM'; Words = 'IAM_ALLOWED_PRINCIPALS' }
    )
    $names = @(
        @{ Line = 'Get-GlueDatabase sal'; Words = 'sales' }
        @{ Line = 'Get-LakeGlueDatabase sal'; Words = 'sales' } # an alias
        @{ Line = 'LakeTools\Get-GlueDatabase sal'; Words = 'sales' }
        @{ Line = 'Get-GlueDatabase -DatabaseName sal'; Words = 'sales' } # a parameter's alias
        @{ Line = 'Get-GlueDatabase my'; Words = "'my sales'" }
        @{ Line = "Get-GlueDatabase 'my"; Words = "'my sales'" }
        @{ Line = 'Get-GlueDatabase "my'; Words = "'my sales'" }
        @{ Line = "Get-GlueDatabase 'o''b"; Words = "'o''brien'" }
        @{ Line = 'Get-GlueDatabase br'; Words = "'br``[1``]'" } # reads wildcards: escaped
        @{ Line = 'Remove-GlueDatabase br'; Words = "'br[1]'" } # writes: as it is
        @{ Line = 'Get-GlueDatabase x, sal'; Words = 'sales' }
        @{ Line = 'Get-GlueTable sales '; Words = 'customers', 'orders' }
        @{ Line = 'Get-GlueTable sales ORD'; Words = 'orders' }
        @{ Line = 'Get-GlueTable -Name ord -DatabaseName sales'; At = 23; Words = 'orders' } # the database stands behind
        @{ Line = 'Import-LakeData -Database sales -Table ord'; Words = 'orders' }
        @{ Line = 'Export-LakeData -DatabaseName sales -TableName cu'; Words = 'customers' }
        @{ Line = 'Grant-LakePermission -DatabaseName sales -TableName orders -ColumnName '; Words = 'id', 'region' }
        @{ Line = 'Set-GlueTable sales orders -RemoveColumn re'; Words = 'region' }
        @{ Line = 'Grant-LakePermission -DatabaseName sales -TableName orders -ColumnName id, '; Words = 'region' } # not id again
        @{ Line = 'Get-GlueTable sales orders | Grant-LakePermission -ColumnName '; Words = 'id', 'region' }
        @{ Line = 'Import-LakeData -DatabaseName sales -TableName orders -ColumnName y'; Words = 'year' }
        @{ Line = 'Export-LakeData -DatabaseName sales -TableName orders -PartitionBy '; Words = 'year' }
        @{ Line = 'Get-GluePartition sales orders -Value '; Words = '2025', '2026' }
        @{ Line = 'Restore-GlueTable sales customers -VersionId '; Words = '1', '0' }
        @{ Line = 'Grant-LakePermission -DatabaseName sales -TableName orders -FilterName '; Words = 'germany' }
        @{ Line = 'Remove-LakeDataFilter sales orders '; Words = 'germany' }
        @{ Line = 'Grant-LakePermission -TagKey '; Words = 'domain' }
        @{ Line = 'Grant-LakePermission -TagKey domain -TagValue '; Words = "'human resources'", 'sales' }
        @{ Line = 'Set-LakeTag domain -RemoveValue sa'; Words = 'sales' }
        @{ Line = 'Find-LakeTaggedResource -TagExpression '; Words = "@{ 'domain' = 'human resources' }", "@{ 'domain' = 'sales' }" }
        @{ Line = 'Find-LakeTaggedResource -TagExpressionName '; Words = 'ours' }
        @{ Line = 'Get-LakePermission -Principal role/ana'; Words = 'role/analyst' }
        @{ Line = 'Revoke-LakePermission -Principal arn:aws:iam::000000000000:role/ana'; Words = 'arn:aws:iam::000000000000:role/analyst' }
        @{ Line = 'Add-LakeAdministrator role/load'; Words = 'role/loader' }
        @{ Line = 'Get-LakePermission -DataLocation '; Words = 's3://completed/raw' }
        @{ Line = 'Unregister-LakeLocation arn:'; Words = 'arn:aws:s3:::completed/raw' }
        @{ Line = 'Register-LakeLocation s3://completed/raw/ -RoleArn role/l'; Words = 'role/loader' }
        @{ Line = 'New-LakeGlueJob x -Role lo'; Words = 'loader' }
        @{ Line = 'Start-LakeGlueJob lo'; Words = 'load' }
        @{ Line = 'Get-LakeGlueJobRun -Name lo'; Words = 'load' } # a parameter's alias
        @{ Line = 'Get-LakeSecret app/'; Words = 'app/db' }
        @{ Line = 'Get-LakeSecret app/db -VersionStage mi'; Words = 'mine' }
        @{ Line = 'Get-LakeObject s3://compl'; Words = 's3://completed/' }
        @{ Line = 'Get-LakeObject s3://completed/'; Words = 's3://completed/a.txt', 's3://completed/raw/' }
        @{ Line = 'Remove-LakeBucket comp'; Words = 'completed' }
        @{ Line = 'New-GlueTable sales x -Like s3://completed/a'; Words = 's3://completed/a.txt' }
        @{ Line = 'Restore-LakeDefinition sh'; Words = 'shop' }
        @{ Line = 'Restore-LakeDefinition shop '; Words = '1' }
    )
    $typed = 'DatabaseName', 'TableName', 'ColumnName', 'ExcludedColumnName', 'FilterName', 'TagKey', 'TagValue', 'TagExpression', 'TagExpressionName',
        'Principal', 'Permission', 'GrantablePermission', 'ResourceType', 'DataLocation', 'JobName', 'RunId', 'Role', 'WorkerType', 'GlueVersion', 'PythonVersion',
        'Region', 'ProfileName', 'Format', 'Uri', 'ScriptLocation', 'Location', 'LocationUri', 'VersionStage', 'PartitionValue', 'PartitionBy', 'Local', 'As'
    $due = foreach ($command in Get-Command -Module LakeTools -CommandType Cmdlet) {
        foreach ($parameter in $command.Parameters.Values) {
            $isName = $parameter.Name -in 'Name', 'Id', 'Key' -and $command.Verb -ne 'New' -and $command.Noun -ne 'LakeSecretInfo' -and
                -not ($parameter.Name -eq 'Key' -and $command.Noun -eq 'LakeSecret')
            if ($isName -or $parameter.Name -in $typed) { @{ Command = $command.Name; Parameter = $parameter.Name } }
        }
    }
}

BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"

    function Get-Completion([string] $Line, [int] $At = $Line.Length) { (TabExpansion2 $Line $At).CompletionMatches }

    # The words that are due; a busy machine may need more than the 300 ms that a person is made to wait.
    function Get-DueWord([string] $Line, [int] $At, $Words) {
        for ($i = 0; $i -lt 20; $i++) {
            $found = @((Get-Completion $Line $At).CompletionText)
            if ("$found" -ceq "$Words") { break }
        }
        $found
    }

    function New-Lake {
        Connect-Lake -Local (Join-Path $TestDrive lake)
        'sales', 'my sales', "o'brien", 'br[1]' | ForEach-Object { $null = New-GlueDatabase $_ }
        $null = New-GlueTable sales orders -Column id:int, region:string -PartitionKey year:string -Location s3://completed/raw/orders/
        $null = New-GlueTable sales customers -Column id:int
        Set-GlueTable sales customers -Description second
        2025, 2026 | ForEach-Object { $null = New-GluePartition sales orders $_ }
        $null = New-LakeDataFilter sales orders germany -RowFilter "region = 'de'"
        $null = New-LakeTag domain -Value sales, 'human resources'
        $null = New-LakeTagExpression ours @{ domain = 'sales' }
        $null = New-LakeRole loader -Path s3://completed/raw
        Grant-LakePermission -Principal role/analyst -Permission SELECT -DatabaseName sales -TableName orders
        $null = New-LakeBucket completed
        Set-Content (Join-Path $TestDrive a.txt) x
        Send-LakeObject (Join-Path $TestDrive a.txt) s3://completed/
        Send-LakeObject (Join-Path $TestDrive a.txt) s3://completed/raw/
        Register-LakeLocation s3://completed/raw -RoleArn role/loader
        $null = New-LakeGlueJob load -Role loader -ScriptLocation s3://completed/load.py
        $null = New-LakeSecret app/db -Value @{ user = 'u'; password = 'p' }
        Set-LakeSecret app/db -Value @{ user = 'u'; password = 'q' } -VersionStage AWSCURRENT, mine
        Set-Content (Join-Path $TestDrive shop.yaml) 'lake: 1', 'name: shop', 'databases: { shop: {} }'
        $null = Publish-LakeDefinition (Join-Path $TestDrive shop.yaml) -Confirm:$false
    }
}

AfterAll { Disconnect-Lake }

Describe 'Completion of fixed words' {
    BeforeAll { Disconnect-Lake }

    It 'offers <Words> for <Line>' -ForEach $lines {
        @((Get-Completion $Line).CompletionText) | Should -Be @($Words)
    }

    It 'offers no names and no files without a connection' {
        (Get-Completion 'Get-GlueTable sales ').CompletionText | Should -BeNullOrEmpty
        (Get-Completion 'Get-LakeSecret ').CompletionText | Should -BeNullOrEmpty
    }
}

Describe 'Completion of names' {
    BeforeAll { New-Lake }

    It 'offers <Words> for <Line>' -ForEach $names {
        Get-DueWord $Line ($At ? $At : $Line.Length) $Words | Should -Be @($Words)
    }

    It 'says more in tooltips' {
        for ($i = 0; $i -lt 20 -and -not $tip; $i++) { $tip = (Get-Completion 'Get-GlueTable sales ord').ToolTip }
        $tip | Should -Match 'id:int'
    }

    It 'offers the runs of a job' {
        $run = Start-LakeGlueJob load
        $line = 'Wait-LakeGlueJobRun load -Id '
        Get-DueWord $line $line.Length $run.Id | Should -Be $run.Id
    }

    It 'works after an error' {
        Get-GlueTable none none -ErrorAction SilentlyContinue
        try { throw 'x' } catch { $null = $_ }
        Get-DueWord 'Get-GlueDatabase sal' 20 sales | Should -Be sales
    }

    It 'offers no files where the lake has nothing' {
        (Get-Completion 'Get-GlueTable none ').CompletionText | Should -BeNullOrEmpty
        (Get-Completion 'Get-LakeGlueJob zzz').CompletionText | Should -BeNullOrEmpty
    }

    It 'asks the lake of -Connection, and never another one' {
        $global:otherLake = Connect-Lake -Local (Join-Path $TestDrive other) -NoDefault -PassThru
        try {
            $null = New-GlueDatabase elsewhere -Connection $otherLake
            $line = 'Get-GlueDatabase -Connection $otherLake -Name '
            Get-DueWord $line $line.Length elsewhere | Should -Be elsewhere
            $line = 'Get-GlueDatabase -Connection (Get-LakeConnection) -Name '
            (Get-Completion $line).CompletionText | Should -BeNullOrEmpty
        } finally { Remove-Variable otherLake -Scope Global }
    }

    It 'forgets what it read when something is made' {
        Get-DueWord 'Get-GlueDatabase mad' 20 @() | Should -BeNullOrEmpty
        $null = New-GlueDatabase made
        Get-DueWord 'Get-GlueDatabase mad' 20 made | Should -Be made
    }

    It 'reads a long list on behind the prompt, and says until then that there is more' {
        $lake = Join-Path $TestDrive bulk
        Connect-Lake -Local $lake
        $null = New-GlueDatabase sales
        1..60 | ForEach-Object { Grant-LakePermission -Principal "role/bulk-$_" -Permission DESCRIBE -DatabaseName sales }
        Connect-Lake -Local $lake -Fault @{ Kind = 'Slow'; Operation = 'ListPermissions'; Delay = 0.7 }
        $first = Get-Completion 'Get-LakePermission -Principal role/bulk-59'
        $first.ListItemText | Should -Be '…'
        $first.CompletionText | Should -Be 'role/bulk-59'
        Get-DueWord 'Get-LakePermission -Principal role/bulk-59' 42 role/bulk-59 | Should -Be role/bulk-59
        Connect-Lake -Local (Join-Path $TestDrive lake)
    }

    It 'offers folders of lakes first' {
        $null = New-Item -ItemType Directory -Force (Join-Path $TestDrive a-folder)
        $found = Get-Completion "Connect-Lake -Local $TestDrive/"
        $found[0].ToolTip | Should -Match 'lake'
        $found.CompletionText | Should -Contain "$TestDrive/a-folder"
        $found.CompletionText | Should -Not -Contain "$TestDrive/a.txt"
        Push-Location $TestDrive
        try { (Get-Completion 'Connect-Lake -Local a-').CompletionText | Should -Be a-folder } finally { Pop-Location }
    }

    It 'offers principals of the lake for -As' {
        $line = "Connect-Lake -Local '$(Join-Path $TestDrive lake)' -As role/ana"
        Get-DueWord $line $line.Length role/analyst | Should -Be role/analyst
    }

    It 'offers for -As of <_> nobody who cannot sign in' -ForEach 'Connect-Lake -Local', 'Start-LakeServer' {
        Connect-Lake -Local (Join-Path $TestDrive lake)
        foreach ($principal in '123456789012', 'IAM_ALLOWED_PRINCIPALS') {
            Grant-LakePermission -Principal $principal -Permission DESCRIBE -DatabaseName sales
        }
        $line = "$_ '$(Join-Path $TestDrive lake)' -As "
        Get-DueWord $line $line.Length role/analyst, role/LakeAdmin, role/loader | Sort-Object |
            Should -Be @('role/analyst', 'role/LakeAdmin', 'role/loader')
        (Get-Completion "$_ '$(Join-Path $TestDrive lake)' -As IAM").CompletionText | Should -BeNullOrEmpty
    }
}

Describe 'Completion from a lake that does not answer' {
    BeforeAll {
        # Takes connections, and never says a word.
        $silent = [System.Net.Sockets.TcpListener]::new([System.Net.IPAddress]::Loopback, 0)
        $silent.Start()
        $secret = [securestring]::new()
        'k' * 40 | ForEach-Object ToCharArray | ForEach-Object { $secret.AppendChar($_) }
        $url = "http://127.0.0.1:$($silent.LocalEndpoint.Port)"
        Connect-Lake -EndpointUrl $url -Region us-east-1 -AccessKey AKIAIOSFODNN7EXAMPLE -SecretKey $secret
    }
    AfterAll { $silent.Stop(); Disconnect-Lake }

    It 'gives up: <_>' -ForEach @(
        'Get-GlueDatabase ', 'Get-GlueTable sales ', 'Get-LakeObject s3://', 'Get-LakeSecret ', 'Grant-LakePermission -TagKey '
    ) {
        $null = Get-Completion $_ # what is loaded the first time is no waiting
        $watch = [System.Diagnostics.Stopwatch]::StartNew()
        (Get-Completion $_).CompletionText | Should -BeNullOrEmpty
        $watch.ElapsedMilliseconds | Should -BeLessThan 30000 # far from the minutes that the service is given
    }

    It 'still offers fixed words' {
        (Get-Completion 'Grant-LakePermission -Principal IAM').CompletionText | Should -Be IAM_ALLOWED_PRINCIPALS
    }
}

Describe 'Parameters with known values' {
    It '<Command> -<Parameter> is completed' -ForEach $due {
        $info = (Get-Command $Command).Parameters[$Parameter]
        $type = [System.Nullable]::GetUnderlyingType($info.ParameterType) ?? $info.ParameterType
        $isKnown = $type.IsEnum -or ($info.Attributes | Where-Object { $_ -is [ArgumentCompleter] -or $_ -is [ValidateSet] })
        [bool]$isKnown | Should -BeTrue
    }
}

Describe 'Completion of texts that look like numbers' {
    BeforeAll {
        Connect-Lake -Local (Join-Path $TestDrive numbers)
        $null = New-LakeTag version -Value '1.0', '1kb', '2024'
    }

    It 'has quotes where PowerShell would make another text of them' {
        $words = "'1.0'", "'1kb'", '2024'
        Get-DueWord 'Grant-LakePermission -TagKey version -TagValue ' 47 $words | Should -Be $words
        Invoke-Expression "Grant-LakePermission -Principal role/a -Permission DESCRIBE -TagKey version -TagValue $($words -join ', ')"
        (Get-LakePermission role/a).TagValue | Should -Be '1.0', '1kb', '2024'
    }
}
