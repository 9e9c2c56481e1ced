BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    # What only the cmdlets see, called as their base calls it: nothing that is known to fail without an id could stand here.
    $records = (Get-Command Get-GlueTable).ImplementingType.Assembly.GetType('LakeTools.Cmdlets.ErrorRecords')
    function Get-Record([Exception] $Exception) { $records.GetMethod('From').Invoke($null, @($Exception, 'Get-GlueTable', 'target')) }
}

Describe 'What nobody foresaw' {
    It 'has an id, its cause and the object at fault' {
        $cause = [System.Collections.Generic.KeyNotFoundException]::new('no such thing')
        $record = Get-Record $cause
        $record.FullyQualifiedErrorId | Should -Be 'LakeTools.Unexpected'
        $record.Exception.InnerException | Should -Be $cause
        $record.TargetObject | Should -Be 'target'
    }

    It 'is not what the engine throws' {
        $isOfEngine = $records.GetMethod('IsOfEngine')
        $isOfEngine.Invoke($null, @([System.Management.Automation.PipelineStoppedException]::new())) | Should -BeTrue
        $isOfEngine.Invoke($null, @([InvalidOperationException]::new())) | Should -BeFalse
    }
}

Describe 'A service that does not answer in time' {
    It 'is a lost connection' {
        $record = Get-Record ([System.Threading.Tasks.TaskCanceledException]::new('timeout', [TimeoutException]::new()))
        $record.FullyQualifiedErrorId | Should -Be 'LakeTools.ConnectionLost'
        $record.CategoryInfo.Category | Should -Be 'ConnectionError'
    }
}

Describe 'An error of many parts' {
    BeforeAll {
        $lake = Connect-Lake -Local (Join-Path $TestDrive lake) -NoDefault
        $definition = Join-Path $TestDrive bad.yaml
        Set-Content $definition 'lake: 1', 'name: bad', 'databazes: {}', 'grantz: []', 'tagz: {}'
        $parts = @(Test-LakeDefinition $definition | ForEach-Object { "$_" })
        $compare = { Compare-LakeDefinition $definition -Connection $lake 2>&1 }
        # Written as text alone, the code stands in no script, as at the prompt.
        $places = @{ script = $compare; prompt = [scriptblock]::Create("$compare") }
        function Get-Lines($Shown) { @(($Shown | Out-String -Width 4000) -split '\r?\n' | ForEach-Object Trim) }
    }

    It 'has a line for each in <View>, <Place>' -ForEach @(
        @{ View = 'ConciseView'; Place = 'script' }, @{ View = 'ConciseView'; Place = 'prompt' }
        @{ View = 'NormalView'; Place = 'script' }, @{ View = 'NormalView'; Place = 'prompt' }
    ) {
        $parts | Should -HaveCount 3
        $before = $PSStyle.OutputRendering
        $PSStyle.OutputRendering = 'PlainText'
        $ErrorView = $View
        try {
            $record = & $places[$Place]
            $record.FullyQualifiedErrorId | Should -BeLike 'LakeTools.DefinitionInvalid,*'
            [bool]$record.InvocationInfo.ScriptName | Should -Be ($Place -eq 'script')
            $lines = Get-Lines $record
        }
        finally { $PSStyle.OutputRendering = $before }
        foreach ($part in $parts) { @($lines -ceq $part) | Should -HaveCount 1 }
    }

    It 'has all of them in its message and in Get-Error' {
        $record = & $compare
        foreach ($part in $parts) { @(Get-Lines $record.Exception.Message) | Should -Contain $part }
        $shown = $record | Get-Error | Out-String -Width 4000
        foreach ($part in $parts) { $shown.Contains($part) | Should -BeTrue }
    }
}

Describe 'A parameter that is typed as $null, such as a variable with a mistyped name' {
    BeforeAll {
        $folder = Join-Path $TestDrive typed
        Connect-Lake -Local $folder
        $null = New-GlueDatabase sales
        $keys = @{ AccessKey = 'AKIAIOSFODNN7EXAMPLE'; SecretKey = 'none'; Region = 'us-east-1'; NoDefault = $true }
    }

    AfterAll { Disconnect-Lake }

    It 'is an error of <what>, before it does anything' -ForEach @(
        @{ what = 'Remove-GlueDatabase -Connection'; do = { Remove-GlueDatabase sales -Connection $nobody -Force -ErrorAction Stop } }
        @{ what = 'New-GlueDatabase -Connection, also for no input'; do = { @() | New-GlueDatabase -Connection $nobody -ErrorAction Stop } }
        @{ what = 'New-GlueDatabase -TargetDatabaseName'; do = { New-GlueDatabase other -TargetDatabaseName $nobody -ErrorAction Stop } }
        @{ what = 'Set-GlueDatabase -Tag'; do = { Set-GlueDatabase sales -Tag $nobody -ErrorAction Stop } }
        @{ what = 'Export-LakeData -Connection'; do = { @{ a = 1 } | Export-LakeData s3://no-such-bucket/a.csv -Connection $nobody -ErrorAction Stop } }
        @{ what = 'Get-LakeConnection -Connection'; do = { Get-LakeConnection -Connection $nobody -ErrorAction Stop } }
        @{ what = 'Start-LakeServer -Connection'; do = { Start-LakeServer -Connection $nobody -ErrorAction Stop } }
        @{ what = 'Connect-Lake -EndpointUrl'; do = { Connect-Lake @keys -EndpointUrl $nobody } }
        @{ what = 'Connect-Lake -Endpoint'; do = { Connect-Lake @keys -Endpoint $nobody } }
        @{ what = 'Connect-Lake -SessionToken'; do = { Connect-Lake @keys -SessionToken $nobody } }
        @{ what = 'Connect-Lake -MaxRetry'; do = { Connect-Lake @keys -MaxRetry $nobody }; id = 'ParameterArgumentValidationError' }
        @{ what = 'Connect-Lake -Organization'; do = { Connect-Lake -Local $folder -Organization $nobody } }
    ) {
        $nobody = $null
        $do | Should -Throw -ErrorId "$($id ?? 'LakeTools.ResourceNameEmpty'),*"
        (Get-GlueDatabase).Name | Should -Be 'sales'
    }

    It 'is one error for all items of a pipeline' {
        1..3 | ForEach-Object { [pscustomobject]@{ Name = "made$_" } } |
            New-GlueDatabase -Connection $null -ErrorVariable failures -ErrorAction SilentlyContinue
        $failures.FullyQualifiedErrorId | Should -Be 'LakeTools.ResourceNameEmpty,LakeTools.Cmdlets.Catalog.NewGlueDatabaseCommand'
        (Get-GlueDatabase).Name | Should -Be 'sales'
    }
}
